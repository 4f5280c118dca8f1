package io.outputport.provisioner.hasura.wave;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.provisioner.hasura.wave.BulkStep.StepOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Several tables of one kind are tracked by one command, with one build and one look into each of their sources. Hasura
 * would leave out those that it cannot track; here it is to refuse all of them.
 */
final class TrackedTogether {
    private TrackedTogether() {}

    static List<BulkStep> of(List<BulkStep> steps) {
        Map<String, List<BulkStep>> tracking = new LinkedHashMap<>();
        List<BulkStep> together = new ArrayList<>();
        for (BulkStep step : steps) {
            if (step.order() == StepOrder.TRACK) {
                tracking.computeIfAbsent(step.type(), type -> new ArrayList<>()).add(step);
            } else {
                together.add(step);
            }
        }
        tracking.forEach((type, all) -> together.add(all.size() == 1 ? all.get(0) : one(type, all)));
        return together;
    }

    private static BulkStep one(String type, List<BulkStep> all) {
        ObjectNode args = JsonNodeFactory.instance.objectNode().put("allow_warnings", false);
        ArrayNode tables = args.putArray("tables");
        all.forEach(step -> tables.add(step.args()));
        Set<String> sources =
                all.stream().flatMap(step -> step.looks().stream()).collect(Collectors.toSet());
        return new BulkStep(type + "s", args, StepOrder.TRACK, Set.copyOf(sources));
    }
}
