package io.outputport.benchmark.durable;

import io.outputport.benchmark.run.Latencies;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** What the same database takes for one committed row of a request's size, while others use it too. */
final class BareInserts implements AutoCloseable {
    private final ScheduledExecutorService inserting = Executors.newSingleThreadScheduledExecutor();
    private final Latencies latencies = new Latencies();
    private final TaskTable table;
    private final String request;

    private BareInserts(TaskTable table, String request) {
        this.table = table;
        this.request = request;
    }

    static BareInserts begin(String database, String request, Duration interval) throws SQLException {
        BareInserts bare = new BareInserts(TaskTable.open(database), request);
        bare.inserting.scheduleAtFixedRate(bare::insert, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
        return bare;
    }

    private void insert() {
        long asked = System.nanoTime();
        try {
            table.insertBare(request);
            latencies.record(Duration.ofNanos(System.nanoTime() - asked));
        } catch (SQLException failed) {
            throw new IllegalStateException("the task database refused a bare insert", failed);
        }
    }

    /** Inserts no more, and tells how long each took. */
    Latencies end() throws InterruptedException {
        inserting.shutdown();
        if (!inserting.awaitTermination(10, TimeUnit.SECONDS)) {
            inserting.shutdownNow();
        }
        return latencies;
    }

    @Override
    public void close() throws InterruptedException, SQLException {
        end();
        table.close();
    }
}
