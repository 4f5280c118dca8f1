package io.outputport.provisioner.remote.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * At most two connections to one database, opened when they are needed and closed when they are idle.
 *
 * <p>A pool alone would repeat a refused login until its own time-out, which locks accounts, and would hide the reason.
 * So the first login, and the first one after a failure, is tried once and outside the pool.
 */
public final class SourceConnections implements AutoCloseable {
    private static final int CONNECTIONS = 2;
    private static final Duration IDLE = Duration.ofMinutes(1);

    private final DriverSource driver;
    private final Duration timeout;
    private final Semaphore places = new Semaphore(CONNECTIONS, true);
    private final AtomicReference<@Nullable HikariDataSource> pool = new AtomicReference<>();

    /**
     * @param properties the driver's own, its time-outs and credentials among them; they reach no log
     * @param timeout for a free place, and for a login through the pool
     */
    public SourceConnections(String url, Properties properties, Duration timeout) {
        this.driver = new DriverSource(url, properties);
        this.timeout = timeout;
    }

    /** What is asked on a connection; it closes its own statements. */
    @FunctionalInterface
    public interface Question<T> {
        T ask(Connection connection) throws SQLException;
    }

    /** Asks on a connection of its own. {@link SQLTransientConnectionException} when none was free in time. */
    public <T> T ask(Question<T> question) throws SQLException {
        takePlace();
        try (Connection connection = connection()) {
            return question.ask(connection);
        } finally {
            places.release();
        }
    }

    private void takePlace() throws SQLException {
        try {
            if (places.tryAcquire(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        throw new SQLTransientConnectionException("no connection was free", "08000");
    }

    private Connection connection() throws SQLException {
        HikariDataSource running = pool.get();
        if (running == null) {
            driver.getConnection().close();
            running = started();
        }
        try {
            return running.getConnection();
        } catch (SQLException failure) {
            forget(running);
            throw reason(failure);
        }
    }

    private HikariDataSource started() {
        HikariDataSource fresh = new HikariDataSource(config());
        HikariDataSource other = pool.compareAndExchange(null, fresh);
        if (other == null) {
            return fresh;
        }
        fresh.close();
        return other;
    }

    private HikariConfig config() {
        HikariConfig config = new HikariConfig();
        config.setDataSource(driver);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(0);
        config.setIdleTimeout(IDLE.toMillis());
        config.setConnectionTimeout(timeout.toMillis());
        config.setValidationTimeout(timeout.toMillis());
        config.setInitializationFailTimeout(-1);
        config.setReadOnly(true);
        return config;
    }

    /** The pool says only that it waited in vain; the driver's own reason is the cause. */
    private static SQLException reason(SQLException failure) {
        return failure.getCause() instanceof SQLException cause ? cause : failure;
    }

    private void forget(HikariDataSource failed) {
        if (pool.compareAndSet(failed, null)) {
            failed.close();
        }
    }

    @Override
    public void close() {
        HikariDataSource running = pool.getAndSet(null);
        if (running != null) {
            running.close();
        }
    }
}
