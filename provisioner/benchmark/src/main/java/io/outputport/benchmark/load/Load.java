package io.outputport.benchmark.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * A number of connections that post a body as fast as they are answered.
 *
 * @param expected how each answer must begin, so that no fast failure counts as work
 */
public record Load(int port, String path, byte[] body, String expected) {
    public static final int CONNECTIONS = 16;

    /** Whether the program that is asked has come that far. */
    public boolean isListenedTo() {
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    public Round run(int seconds) throws IOException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
            List<Callable<long[]>> callers = new ArrayList<>();
            for (int connection = 0; connection < CONNECTIONS; connection++) {
                callers.add(() -> call(end));
            }
            List<long[]> all = new ArrayList<>();
            for (Future<long[]> caller : threads.invokeAll(callers)) {
                all.add(caller.get());
            }
            return Round.of(all, seconds);
        } catch (ExecutionException failed) {
            throw new IOException("a call failed", failed.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private long[] call(long end) throws IOException {
        long[] nanos = new long[1_024];
        int count = 0;
        try (Caller caller = new Caller(port, path, body)) {
            for (long start = System.nanoTime(); start < end; count++) {
                String answer = caller.call();
                if (!answer.startsWith(expected)) {
                    throw new IOException("answered " + answer);
                }
                long now = System.nanoTime();
                nanos = count < nanos.length ? nanos : Arrays.copyOf(nanos, count * 2);
                nanos[count] = now - start;
                start = now;
            }
        }
        return Arrays.copyOf(nanos, count);
    }
}
