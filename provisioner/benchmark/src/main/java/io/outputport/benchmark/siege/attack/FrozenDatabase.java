package io.outputport.benchmark.siege.attack;

import io.outputport.benchmark.durable.DurablePort;
import io.outputport.benchmark.landscape.ByteRelay;
import io.outputport.benchmark.run.Http;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** As many tasks as the queue holds, with a task database that goes silent in the middle and comes back. */
public record FrozenDatabase(ByteRelay database, int tasks, Duration frozen) implements Attack {
    private static final Path REQUEST =
            Path.of("provisioner/sandbox/descriptors/requests/vaccinations-postgres.acl-alice.json");
    private static final int AT_ONCE = 32;

    @Override
    public String name() {
        return "%,d tasks, database frozen for %d s".formatted(tasks, frozen.toSeconds());
    }

    @Override
    public void on(URI service, Answers answers) throws IOException, InterruptedException {
        String request = Files.readString(REQUEST);
        Http http = new Http(Duration.ofSeconds(60));
        Semaphore room = new Semaphore(AT_ONCE);
        Thread ice = new Thread(this::freeze, "ice");
        for (int task = 0; task < tasks; task++) {
            if (task == tasks / 3) {
                ice.start();
            }
            room.acquire();
            http.postAsync(URI.create(service + "/v1/updateacl"), port(task).request(request))
                    .whenComplete((answer, failure) -> {
                        room.release();
                        if (failure == null) {
                            answers.add(answer.statusCode(), answer.body());
                        } else {
                            answers.count("no answer");
                        }
                    });
        }
        room.acquire(AT_ONCE);
        ice.join();
    }

    public static DurablePort port(int task) {
        return new DurablePort("siege" + task);
    }

    private void freeze() {
        database.freeze();
        try {
            TimeUnit.NANOSECONDS.sleep(frozen.toNanos());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            database.thaw();
        }
    }
}
