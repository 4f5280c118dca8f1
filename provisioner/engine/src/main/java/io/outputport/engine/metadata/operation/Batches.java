package io.outputport.engine.metadata.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.outputport.engine.build.Refresh;
import io.outputport.engine.metadata.command.Command;
import io.outputport.engine.metadata.command.Operation;
import io.outputport.engine.metadata.command.Operations;
import io.outputport.engine.metadata.command.Work;
import io.outputport.engine.refusal.Refused;
import java.util.Set;

/**
 * Several operations in one request. Each step builds the schema cache; the document is stored once, at the end of the
 * request.
 */
public record Batches(Operations operations) {
    /** What {@code bulk_atomic} takes, without the kind that their names begin with. */
    private static final Set<String> ATOMIC = Set.of(
            "create_object_relationship",
            "create_array_relationship",
            "drop_relationship",
            "delete_remote_relationship",
            "track_native_query",
            "untrack_native_query",
            "track_logical_model",
            "untrack_logical_model",
            "track_stored_procedure",
            "untrack_stored_procedure");

    public static void addTo(Operations operations) {
        Batches batches = new Batches(operations);
        operations.mayWrite("bulk", batches::bulk, batches::writes);
        operations.mayWrite("bulk_keep_going", batches::keepGoing, batches::writes);
        operations.mayWrite("bulk_atomic", batches::atomic, command -> true);
    }

    /** The first error ends it, and nothing is stored. */
    private JsonNode bulk(Work work, Command command) {
        ArrayNode answers = JsonNodeFactory.instance.arrayNode();
        for (JsonNode step : steps(command)) {
            try {
                answers.add(operations.run(work, Command.of(step)));
            } catch (Refused refused) {
                throw refused.inElement(answers.size());
            }
        }
        return answers;
    }

    /** A step that fails is undone alone; its error stands in its place. */
    private JsonNode keepGoing(Work work, Command command) {
        ArrayNode answers = JsonNodeFactory.instance.arrayNode();
        for (JsonNode step : steps(command)) {
            Work attempt = work.copy();
            try {
                answers.add(operations.run(attempt, Command.of(step)));
                work.take(attempt);
            } catch (Refused refused) {
                answers.add(refused.inElement(answers.size()).toJson());
            }
        }
        return answers;
    }

    /** One build after all steps; only few operations can be run like that. */
    private JsonNode atomic(Work work, Command command) {
        Work steps = work.withoutBuilds();
        for (JsonNode step : steps(command)) {
            Command one = Command.of(step);
            if (ATOMIC.stream().noneMatch(name -> one.type().endsWith("_" + name))) {
                throw Refused.of(500, "unexpected", "Bulk atomic does not support this command");
            }
            operations.run(steps, one);
        }
        work.replace(steps.metadata());
        var broken = work.rebuildAndCompare(Refresh.NONE);
        if (!broken.isEmpty()) {
            ArrayNode reasons = JsonNodeFactory.instance.arrayNode();
            broken.forEach(one -> reasons.addArray().add(one.toJson()));
            throw Refused.badRequest("bad-request", "Schema inconsistency").because(reasons);
        }
        return Operation.success();
    }

    private boolean writes(Command command) {
        for (JsonNode step : steps(command)) {
            if (operations.writes(Command.of(step))) {
                return true;
            }
        }
        return false;
    }

    private static JsonNode steps(Command command) {
        if (!command.args().json().isArray()) {
            throw Refused.parse("parsing [] failed, expected Array");
        }
        return command.args().json();
    }
}
