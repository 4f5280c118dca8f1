package io.outputport.provisioner.hasura.reverse;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.text.Excerpt;
import io.outputport.foundation.text.Nearest;
import io.outputport.provisioner.descriptor.reverse.ReverseProblems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The texts in {@code params}. The platform adds keys of its own, whose names can be configured, so a key that is not
 * known is a problem only where it looks like a typing error.
 */
final class Params {
    /** Each with its other names: those that the adapters for the sources themselves use. */
    private static final List<List<String>> KNOWN = List.of(
            List.of("technology", "platform"),
            List.of("database"),
            List.of("schema"),
            List.of("view", "viewName"),
            List.of("table", "tableName"),
            List.of("source"),
            List.of("customName", "customTableName"));

    private final JsonNode params;
    private final List<Problem> problems = new ArrayList<>();

    Params(JsonNode params) {
        this.params = params;
        KNOWN.forEach(names -> names.forEach(this::checkType));
        params.fieldNames().forEachRemaining(this::checkName);
    }

    /** What is wrong so far. */
    List<Problem> problems() {
        return problems;
    }

    /** The text under the name or its other name; empty when there is none, or a blank one, as forms send it. */
    Optional<String> text(String name) {
        return namesOf(name).stream().flatMap(it -> value(it).stream()).findFirst();
    }

    /** Under which of its names it was sent. */
    String written(String name) {
        return namesOf(name).stream()
                .filter(it -> value(it).isPresent())
                .findFirst()
                .orElse(name);
    }

    private Optional<String> value(String name) {
        return Optional.of(params.path(name).asText("").strip())
                .filter(text -> params.path(name).isTextual() && !text.isEmpty());
    }

    private static List<String> namesOf(String name) {
        return KNOWN.stream()
                .filter(names -> names.get(0).equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void checkType(String name) {
        JsonNode value = params.path(name);
        if (!value.isMissingNode() && !value.isNull() && !value.isTextual()) {
            problems.add(ReverseProblems.at(
                    name,
                    ReverseProblems.TYPE,
                    "This must be text, but is " + kind(value) + ".",
                    "Send it as text in quotes."));
        }
    }

    private static String kind(JsonNode value) {
        return value.isObject()
                ? "an object"
                : value.isArray() ? "a list" : value.isNumber() ? "a number" : "true or false";
    }

    private void checkName(String name) {
        List<String> all = KNOWN.stream().flatMap(List::stream).toList();
        if (all.contains(name) || !params.path(name).isTextual()) {
            return;
        }
        Nearest.to(name, all.stream().filter(known -> !params.has(known)).toList())
                .ifPresent(meant -> problems.add(ReverseProblems.at(
                        Excerpt.plain(name),
                        ReverseProblems.UNKNOWN,
                        "There is no such parameter.",
                        "Write " + meant + " if that is meant.")));
    }
}
