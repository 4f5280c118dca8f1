package io.outputport.provisioner.task.store.jdbc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.foundation.outcome.Position;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.provisioner.task.TaskResult;
import io.outputport.provisioner.task.store.TaskStoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a task ended, as JSON text. JSON also carries the characters that a PostgreSQL text refuses. */
final class EndingJson {
    private final ObjectMapper json = new ObjectMapper();

    String write(TaskResult result) {
        return json.createObjectNode()
                .put("sentence", result.sentence())
                .put("info", result.info())
                .toString();
    }

    TaskResult readResult(String text) {
        JsonNode node = parse(text);
        return new TaskResult(node.path("sentence").asText(), node.path("info").asText());
    }

    String write(List<Problem> problems) {
        ObjectNode ending = json.createObjectNode();
        problems.forEach(problem -> write(problem, ending.withArray("/problems").addObject()));
        return ending.toString();
    }

    List<Problem> readProblems(String text) {
        List<Problem> problems = new ArrayList<>();
        parse(text).path("problems").forEach(node -> problems.add(problem(node)));
        return problems;
    }

    private static void write(Problem problem, ObjectNode node) {
        node.put("code", problem.code().id()).put("message", problem.message());
        problem.path().ifPresent(path -> node.put("path", path));
        problem.hint().ifPresent(hint -> node.put("hint", hint));
        problem.position().ifPresent(place -> node.put("line", place.line()).put("column", place.column()));
    }

    private static Problem problem(JsonNode node) {
        Optional<Position> position = node.hasNonNull("line")
                ? Optional.of(new Position(
                        node.path("line").asInt(), node.path("column").asInt()))
                : Optional.empty();
        return new Problem(
                new ProblemCode(node.path("code").asText()),
                node.path("message").asText(),
                text(node, "path"),
                position,
                text(node, "hint"));
    }

    private static Optional<String> text(JsonNode node, String field) {
        return node.hasNonNull(field) ? Optional.of(node.path(field).asText()) : Optional.empty();
    }

    private JsonNode parse(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new TaskStoreException("The task table holds an ending that is not JSON.", broken);
        }
    }
}
