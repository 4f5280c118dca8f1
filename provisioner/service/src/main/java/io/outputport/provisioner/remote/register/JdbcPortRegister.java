package io.outputport.provisioner.remote.register;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.outputport.provisioner.outcome.Outcome;
import io.outputport.provisioner.outcome.Problem;
import io.outputport.provisioner.outcome.ProblemCode;
import io.outputport.provisioner.reconcile.PortRegister;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The register over JDBC. Tasks of one component never run side by side, so a row has one writer at a time. */
final class JdbcPortRegister implements PortRegister {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcPortRegister.class);
    private static final ProblemCode UNAVAILABLE = new ProblemCode("register-unavailable");
    private static final Duration AGAIN = Duration.ofSeconds(5);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Jdbi jdbi;

    JdbcPortRegister(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Outcome<Optional<Entry>> find(String component) {
        return run(handle -> handle.createQuery("select * from port where component = :component")
                .bind("component", component)
                .map((row, context) -> entry(row))
                .findOne());
    }

    @Override
    public Outcome<Entry> save(Entry entry) {
        return run(handle -> {
            handle.useTransaction(both -> write(both, entry));
            // An H2 commit reaches the file up to half a second later, too late for a process that is killed.
            if (handle.getConnection().getMetaData().getDatabaseProductName().equals("H2")) {
                handle.execute("checkpoint");
            }
            return entry;
        });
    }

    private static void write(Handle handle, Entry entry) {
        handle.createUpdate("delete from port where component = :component")
                .bind("component", entry.component())
                .execute();
        handle.createUpdate("insert into port (component, closed, refs) values (:component, :closed, :refs)")
                .bind("component", entry.component())
                .bind("closed", entry.closed())
                .bind("refs", entry.refs().map(JdbcPortRegister::json))
                .execute();
    }

    @Override
    public Outcome<String> forget(String component) {
        return run(handle -> {
            handle.createUpdate("delete from port where component = :component")
                    .bind("component", component)
                    .execute();
            return component;
        });
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getString("component"),
                row.getBoolean("closed"),
                Optional.ofNullable(row.getString("refs")).map(JdbcPortRegister::refs));
    }

    private static String json(List<String> refs) {
        try {
            return JSON.writeValueAsString(refs);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a list of texts is always JSON", impossible);
        }
    }

    private static List<String> refs(String json) {
        try {
            return JSON.readValue(json, new TypeReference<List<String>>() {});
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("the register of ports holds refs that are not JSON", broken);
        }
    }

    private <T> Outcome<T> run(HandleCallback<T, SQLException> work) {
        try {
            return Outcome.done(jdbi.withHandle(work));
        } catch (JdbiException | SQLException unavailable) {
            LOG.warn("The register of ports did not do its part.", unavailable);
            return Outcome.later(
                    AGAIN, Problem.of(UNAVAILABLE, "The provisioner's own database does not answer as it should."));
        }
    }
}
