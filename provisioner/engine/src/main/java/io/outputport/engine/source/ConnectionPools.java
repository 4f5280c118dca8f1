package io.outputport.engine.source;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/** The pools that GraphQL queries run on, one for each database and login. */
public final class ConnectionPools implements AutoCloseable {
    private static final int SIZE = 8;
    private static final long PATIENCE_MILLIS = 5_000;
    private static final long IDLE_MILLIS = 30_000;

    private final Map<PostgresAddress, HikariDataSource> pools = new ConcurrentHashMap<>();

    public DataSource of(PostgresAddress address) {
        return pools.computeIfAbsent(address, ConnectionPools::open);
    }

    @Override
    public void close() {
        pools.values().forEach(HikariDataSource::close);
        pools.clear();
    }

    private static HikariDataSource open(PostgresAddress address) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(address.jdbcUrl());
        config.setUsername(address.user());
        config.setPassword(address.password());
        config.setMaximumPoolSize(SIZE);
        // A pool of a source that was dropped must not hold connections.
        config.setMinimumIdle(0);
        config.setIdleTimeout(IDLE_MILLIS);
        config.setConnectionTimeout(PATIENCE_MILLIS);
        // The source may be down; the query says so, not the start.
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }
}
