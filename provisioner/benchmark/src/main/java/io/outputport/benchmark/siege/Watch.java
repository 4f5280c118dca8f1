package io.outputport.benchmark.siege;

import io.outputport.benchmark.landscape.ServiceProcess;
import io.outputport.benchmark.siege.attack.SocketCaller;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Asks a service all the time, each time over a new connection as a probe does, and keeps the longest answer. */
final class Watch implements AutoCloseable {
    private static final int PAUSE_MILLIS = 100;
    private static final String LIVENESS = "GET /health/liveness HTTP/1.1\r\nHost: siege\r\n\r\n";

    private final URI service;
    private final String request;
    private final Thread thread = new Thread(this::ask, "watch");
    private volatile boolean ended;
    private volatile Duration longest = Duration.ZERO;
    private volatile int failed;

    private Watch(URI service, String request) {
        this.service = service;
        this.request = request;
    }

    static Watch liveness(ServiceProcess service) {
        return begin(new Watch(service.url(), LIVENESS));
    }

    /** @param body of a validation */
    static Watch validation(ServiceProcess service, String body) {
        return begin(new Watch(service.url(), SocketCaller.head("/v1/validate", body.length()) + body));
    }

    private static Watch begin(Watch watch) {
        watch.thread.setDaemon(true);
        watch.thread.start();
        return watch;
    }

    Duration longest() {
        return longest;
    }

    /** How many answers were none, or not 200. */
    int failed() {
        return failed;
    }

    @Override
    public void close() throws InterruptedException {
        ended = true;
        thread.join();
    }

    private void ask() {
        while (!ended) {
            long start = System.nanoTime();
            if (!isAnswered()) {
                failed++;
            }
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            longest = took.compareTo(longest) > 0 ? took : longest;
            pause();
        }
    }

    private boolean isAnswered() {
        try (SocketCaller caller = new SocketCaller(service)) {
            caller.send(request);
            return caller.status().equals("200");
        } catch (IOException silent) {
            return false;
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException stopping) {
            ended = true;
        }
    }
}
