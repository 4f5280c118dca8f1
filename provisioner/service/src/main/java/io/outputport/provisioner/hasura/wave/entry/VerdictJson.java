package io.outputport.provisioner.hasura.wave.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.provisioner.port.plan.Change;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A verdict as it is stored. */
final class VerdictJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private VerdictJson() {}

    static ObjectNode write(WriteVerdict verdict) {
        ObjectNode json = verdict.outcome()
                .match(
                        change -> JSON.objectNode().put("done", change.name()),
                        (after, problem) -> problems(List.of(problem)).put("later", after.toMillis()),
                        VerdictJson::problems);
        verdict.notes().forEach(json.putArray("notes")::add);
        return json;
    }

    static WriteVerdict read(JsonNode json) {
        List<String> notes = new ArrayList<>();
        json.path("notes").forEach(note -> notes.add(note.asText()));
        return new WriteVerdict(outcome(json), notes);
    }

    private static Outcome<Change> outcome(JsonNode json) {
        if (json.has("done")) {
            return Outcome.done(Change.valueOf(json.path("done").asText()));
        }
        List<Problem> problems = new ArrayList<>();
        json.path("problems").forEach(problem -> problems.add(problem(problem)));
        return json.has("later")
                ? Outcome.later(Duration.ofMillis(json.path("later").asLong()), problems.get(0))
                : Outcome.stopped(problems);
    }

    private static ObjectNode problems(List<Problem> problems) {
        ObjectNode json = JSON.objectNode();
        ArrayNode array = json.putArray("problems");
        problems.forEach(problem -> {
            ObjectNode one = array.addObject().put("code", problem.code().id()).put("message", problem.message());
            problem.hint().ifPresent(hint -> one.put("hint", hint));
        });
        return json;
    }

    private static Problem problem(JsonNode json) {
        return new Problem(
                new ProblemCode(json.path("code").asText()),
                json.path("message").asText(),
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(json.get("hint")).map(JsonNode::asText));
    }
}
