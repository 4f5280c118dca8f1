package io.outputport.benchmark.sharing;

import io.outputport.benchmark.run.Latencies;
import io.outputport.benchmark.sharing.QueryConnection.Answer;
import io.outputport.benchmark.sharing.QueryConnection.Query;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/** Readers that query as fast as they are answered. An answer counts when it is a 200 with as many lines as wanted. */
record Readers(Query query, int lines) {
    /** @param failed answers that were none, or not whole */
    record Result(long answers, long failed, double seconds, long bytes, Latencies first, Latencies whole) {
        double perSecond() {
            return answers / seconds;
        }

        double megabytesPerSecond() {
            return bytes / seconds / 1e6;
        }
    }

    /** Each asks until the time is over, and once at least. */
    Result ask(int readers, Duration time) throws InterruptedException {
        Latencies first = new Latencies();
        Latencies whole = new Latencies();
        LongAdder bytes = new LongAdder();
        LongAdder failed = new LongAdder();
        ExecutorService threads = Executors.newFixedThreadPool(readers);
        long start = System.nanoTime();
        try {
            List<Callable<Object>> asking = IntStream.range(0, readers)
                    .<Callable<Object>>mapToObj(reader -> Executors.callable(() -> {
                        do {
                            one(first, whole, bytes, failed, start + time.toNanos());
                        } while (System.nanoTime() - start < time.toNanos());
                    }))
                    .toList();
            threads.invokeAll(asking);
        } finally {
            threads.shutdown();
        }
        double seconds = (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1);
        return new Result(whole.count(), failed.sum(), seconds, bytes.sum(), first, whole);
    }

    /** One connection, until the time is over or it breaks. */
    private void one(Latencies first, Latencies whole, LongAdder bytes, LongAdder failed, long end) {
        try (QueryConnection connection = new QueryConnection(query)) {
            do {
                Answer answer = connection.ask();
                if (answer.status() == 200 && answer.lineEnds() == lines) {
                    first.record(Duration.ofNanos(answer.firstByteNanos()));
                    whole.record(Duration.ofNanos(answer.nanos()));
                    bytes.add(answer.bytes());
                } else {
                    failed.increment();
                }
            } while (System.nanoTime() < end);
        } catch (IOException broken) {
            failed.increment();
        }
    }
}
