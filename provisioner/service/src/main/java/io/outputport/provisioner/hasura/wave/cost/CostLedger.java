package io.outputport.provisioner.hasura.wave.cost;

import io.outputport.foundation.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The costs that all replicas have learned, one row. What cannot be read or stored is done without: a way to write is
 * chosen all the same, and no write waits for it.
 */
public final class CostLedger {
    private static final Logger LOG = LoggerFactory.getLogger(CostLedger.class);

    private final Database database;

    public CostLedger(Database database) {
        this.database = database;
    }

    public WriteCosts costs() {
        try {
            return database.run(handle -> handle.createQuery("select * from hasura_cost where id = 1")
                    .map((row, context) -> read(row))
                    .findOne()
                    .orElse(WriteCosts.NOTHING_LEARNED));
        } catch (JdbiException | IllegalArgumentException unavailable) {
            LOG.warn("What writes to Hasura cost cannot be read; it is assumed.", unavailable);
            return WriteCosts.NOTHING_LEARNED;
        }
    }

    /** Only the holder of the lease writes, so what it has read is the newest. */
    public void learn(Effort effort, Duration length) {
        WriteCosts costs = costs().with(effort, length);
        try {
            database.run(handle -> handle.createUpdate("""
                            update hasura_cost set build_build = :buildBuild, build_look = :buildLook,
                                look_look = :lookLook, build = :build, look = :look
                            where id = 1""").bindMethods(costs).execute());
        } catch (JdbiException unavailable) {
            LOG.warn("What a write to Hasura cost cannot be stored.", unavailable);
        }
    }

    private static WriteCosts read(ResultSet row) throws SQLException {
        return new WriteCosts(
                row.getDouble("build_build"),
                row.getDouble("build_look"),
                row.getDouble("look_look"),
                row.getDouble("build"),
                row.getDouble("look"));
    }
}
