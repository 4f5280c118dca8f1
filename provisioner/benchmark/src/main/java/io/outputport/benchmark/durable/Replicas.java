package io.outputport.benchmark.durable;

import io.outputport.benchmark.landscape.ServiceProcess;
import io.outputport.benchmark.run.Http;
import io.outputport.benchmark.run.ServiceProgram;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Services that share a task database.
 *
 * @param settings of each, as environment variables
 */
record Replicas(ServiceProgram program, Map<String, String> settings) {
    /** The collector is the image's. */
    private static final List<String> OPTIONS = List.of("-Xmx256m", "-XX:+UseSerialGC");

    Replicas {
        settings = Map.copyOf(settings);
    }

    /** @param tasks the URL of the task database */
    static Replicas over(ServiceProgram program, Map<String, String> surroundings, String tasks, Workload work) {
        Map<String, String> settings = new HashMap<>(surroundings);
        settings.put("TASK_DB_URL", tasks);
        // Nothing is refused for want of room.
        settings.put("QUEUE_LIMIT", Integer.toString(work.warmUp() + work.tasks()));
        settings.put("PARALLEL_TASKS", Integer.toString(work.parallel()));
        return new Replicas(program, settings);
    }

    ServiceProcess start(Http http) throws IOException, InterruptedException {
        return ServiceProcess.start(program, OPTIONS, settings, http);
    }
}
