package io.outputport.benchmark.durable;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * How much is sent.
 *
 * @param warmUp tasks that are not measured
 * @param tasks those that are, under load
 * @param parallel how many a replica carries out at a time
 */
record Workload(int warmUp, int tasks, int parallel) {
    static final int PER_SECOND = 200;
    private static final int QUIET = 300;

    /** How many are measured one at a time, after the load. */
    int quiet() {
        return Math.min(QUIET, tasks);
    }

    static ObjectNode json(int warmUp, int tasks) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("warmUpTasks", warmUp)
                .put("tasks", tasks)
                .put("perSecond", PER_SECOND);
    }
}
