package io.outputport.provisioner.source.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.outputport.foundation.trace.ContextPropagation;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * At most two connections to one database, opened when they are needed and closed when they are idle.
 *
 * <p>A pool alone would repeat a refused login until its own time-out, which locks accounts, and would hide the reason.
 * So the first login, and the first one after a failure, is tried once and outside the pool.
 *
 * <p>Each connection has a thread of its own, so that a driver that ignores its time-outs holds nobody else.
 */
public final class SourceConnections implements AutoCloseable {
    private static final int CONNECTIONS = 2;
    private static final Duration REST = Duration.ofSeconds(5);
    private static final Duration IDLE = Duration.ofMinutes(1);

    private final DriverSource source;
    private final Duration timeout;
    private final SourceWatch watch;
    private final ExecutorService threads;
    private final SourceBreaker breaker;
    private final AtomicReference<@Nullable HikariDataSource> pool = new AtomicReference<>();

    /**
     * @param timeout for one question, with the wait for a free connection and the login
     * @param watch is told how each question goes
     */
    public SourceConnections(DriverSource source, Duration timeout, SourceWatch watch) {
        this(source, timeout, watch, REST);
    }

    /** @param rest how long a database that does not answer is left in peace */
    SourceConnections(DriverSource source, Duration timeout, SourceWatch watch, Duration rest) {
        this.source = source;
        this.timeout = timeout;
        this.watch = watch;
        this.threads = threads();
        this.breaker = new SourceBreaker(rest);
        watch.follow(breaker);
    }

    private static ExecutorService threads() {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                CONNECTIONS, CONNECTIONS, IDLE.toSeconds(), TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "source");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    /** What is asked on a connection; it closes its own statements. */
    @FunctionalInterface
    public interface Question<T> {
        T ask(Connection connection) throws SQLException;
    }

    /**
     * Asks on a connection of its own. {@link SQLTimeoutException} when there is no answer in time; at once when there
     * was none several times before.
     *
     * @param namespace the database that the question is about
     * @param summary what is asked, without names and values of the moment
     */
    public <T> T ask(String namespace, String summary, Question<T> question) throws SQLException {
        return watch.around(namespace, summary, breaker, () -> answer(question));
    }

    private <T> T answer(Question<T> question) throws SQLException {
        Future<T> answer = submit(question);
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof SQLException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed);
        } catch (TimeoutException late) {
            throw new SQLTimeoutException("no answer in time");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new SQLTimeoutException("interrupted");
        } finally {
            answer.cancel(true);
        }
    }

    private <T> Future<T> submit(Question<T> question) throws SQLException {
        try {
            return threads.submit(ContextPropagation.wrap(() -> {
                try (Connection connection = connection()) {
                    return question.ask(connection);
                }
            }));
        } catch (RejectedExecutionException closed) {
            throw new SQLTimeoutException("the service is stopping");
        }
    }

    private Connection connection() throws SQLException {
        HikariDataSource running = pool.get();
        if (running == null) {
            source.getConnection().close();
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
        config.setDataSource(source);
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
        threads.shutdownNow();
        HikariDataSource running = pool.getAndSet(null);
        if (running != null) {
            running.close();
        }
    }
}
