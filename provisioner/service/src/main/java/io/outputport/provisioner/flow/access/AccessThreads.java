package io.outputport.provisioner.flow.access;

import io.outputport.foundation.trace.ContextPropagation;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Threads of their own for what must not wait for a task: those of the queue may all be held by a system that hangs. Each
 * component is worked on once at a time, and once more when it is asked for meanwhile.
 */
public final class AccessThreads implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AccessThreads.class);
    /** Each may be held for minutes by a long list that the role mapper writes; they only wait meanwhile. */
    private static final int THREADS = 64;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, daemons("access"));
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(1, daemons("access-sweep"));
    private final Set<String> running = ConcurrentHashMap.newKeySet();
    private final Set<String> again = ConcurrentHashMap.newKeySet();

    void carryOut(String component, Runnable work) {
        again.add(component);
        submit(component, work);
    }

    private void submit(String component, Runnable work) {
        if (!running.add(component)) {
            return;
        }
        try {
            threads.submit(ContextPropagation.wrap(() -> {
                work(component, work);
                return component;
            }));
        } catch (RejectedExecutionException stopping) {
            running.remove(component);
        }
    }

    private void work(String component, Runnable work) {
        try {
            while (again.remove(component)) {
                work.run();
            }
        } catch (RuntimeException failed) {
            LOG.error("Access to {} was not worked on.", component, failed);
        } finally {
            running.remove(component);
        }
        if (again.contains(component)) {
            submit(component, work);
        }
    }

    public void every(Duration interval, Runnable work) {
        clock.scheduleWithFixedDelay(
                () -> {
                    try {
                        work.run();
                    } catch (RuntimeException failed) {
                        LOG.warn("Access was not looked after; it is tried again.", failed);
                    }
                },
                0,
                interval.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        clock.shutdownNow();
        threads.shutdownNow();
    }

    private static ThreadFactory daemons(String name) {
        AtomicInteger count = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
