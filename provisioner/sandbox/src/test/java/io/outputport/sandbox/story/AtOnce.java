package io.outputport.sandbox.story;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Work that is done side by side, each part on a thread of its own. */
final class AtOnce {
    private AtOnce() {}

    /** Ends when all of it has; what one of them throws comes out. */
    static void run(List<Runnable> work) {
        if (work.isEmpty()) {
            return;
        }
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            CompletableFuture.allOf(work.stream()
                            .map(each -> CompletableFuture.runAsync(each, threads))
                            .toArray(CompletableFuture[]::new))
                    .join();
        } finally {
            threads.shutdownNow();
        }
    }
}
