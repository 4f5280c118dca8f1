package io.outputport.benchmark.siege.attack;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Whole requests, each of them allowed, all at the same time. */
record BodiesAtOnce(String name, String path, String body, int many) implements Attack {
    private static final int LONGEST_MINUTES = 3;

    @Override
    public void on(URI service, Answers answers) throws InterruptedException {
        ExecutorService callers = Executors.newFixedThreadPool(many);
        List<Future<?>> calls = new ArrayList<>();
        for (int call = 0; call < many; call++) {
            calls.add(callers.submit(() -> send(service, answers)));
        }
        callers.shutdown();
        if (!callers.awaitTermination(LONGEST_MINUTES, TimeUnit.MINUTES)) {
            callers.shutdownNow();
        }
    }

    private void send(URI service, Answers answers) {
        try (SocketCaller caller = new SocketCaller(service)) {
            caller.send(SocketCaller.head(path, body.length()));
            caller.send(body);
            answers.count(caller.status());
        } catch (IOException cutOff) {
            answers.count("no answer");
        }
    }
}
