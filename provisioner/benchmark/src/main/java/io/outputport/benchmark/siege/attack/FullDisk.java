package io.outputport.benchmark.siege.attack;

import io.outputport.benchmark.run.Http;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Changes that are sent while the task database's disk has room, while it is full, and when it has room again. */
public final class FullDisk {
    private static final Duration LONGEST_WAY_BACK = Duration.ofSeconds(90);
    private static final String BODY = """
            {"descriptorKind":"COMPONENT_DESCRIPTOR","removeData":false,\
            "descriptor":"componentIdToProvision: urn:dmb:cmp:siege:disk:0:port-%s\\n#%s"}""";

    private final BoundedDisk disk;
    private final Pod pod;
    private final Duration time;
    private final Http http = new Http(Duration.ofSeconds(30));
    private final String filler;
    private int sent;

    public FullDisk(BoundedDisk disk, Pod pod, Duration time) {
        this.disk = disk;
        this.pod = pod;
        this.time = time;
        this.filler = "x".repeat(20_000);
    }

    /** @return how long it took from the freed disk to the first change that was accepted, in seconds; -1 for never */
    public long run(int changes, Answers answers) throws IOException, InterruptedException {
        for (int change = 0; change < changes; change++) {
            isAccepted(answers);
        }
        disk.fill();
        long full = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < full) {
            isAccepted(answers);
            TimeUnit.MILLISECONDS.sleep(100);
        }
        disk.free();
        long back = wayBack(answers);
        for (int change = 0; change < changes && back >= 0; change++) {
            isAccepted(answers);
        }
        return back;
    }

    private long wayBack(Answers answers) throws IOException, InterruptedException {
        long start = System.nanoTime();
        while (System.nanoTime() - start < LONGEST_WAY_BACK.toNanos()) {
            if (isAccepted(answers)) {
                return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
            }
            pod.probe();
            TimeUnit.SECONDS.sleep(1);
        }
        return -1;
    }

    private boolean isAccepted(Answers answers) throws InterruptedException {
        sent++;
        try {
            HttpResponse<String> answer = http.postAsync(
                            URI.create(pod.service().url() + "/v1/unprovision"), BODY.formatted(sent, filler))
                    .get(30, TimeUnit.SECONDS);
            answers.add(answer.statusCode(), answer.body());
            return answer.statusCode() == 202;
        } catch (ExecutionException | TimeoutException silent) {
            answers.count("no answer");
            return false;
        }
    }
}
