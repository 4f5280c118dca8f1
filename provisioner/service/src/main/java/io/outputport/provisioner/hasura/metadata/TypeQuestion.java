package io.outputport.provisioner.hasura.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.transport.Reply;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which fields some types of a role's schema have, all in one question. */
record TypeQuestion(List<String> types) {
    TypeQuestion {
        types = List.copyOf(types);
    }

    ObjectNode body() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put(
                "query",
                each("$%1$s: String!", ", ", "query (", ") ")
                        + each("%1$s: __type(name: $%1$s) {fields {name}}", " ", "{", "}"));
        ObjectNode variables = body.putObject("variables");
        IntStream.range(0, types.size()).forEach(at -> variables.put(alias(at), types.get(at)));
        return body;
    }

    private String each(String form, String between, String before, String after) {
        return IntStream.range(0, types.size())
                .mapToObj(at -> form.formatted(alias(at)))
                .collect(Collectors.joining(between, before, after));
    }

    private static String alias(int at) {
        return "type" + at;
    }

    /** By type, none of a type that the role does not have; done and empty when it may not ask. */
    Outcome<Optional<Map<String, Set<String>>>> read(Reply.Answer answer) {
        JsonNode body = answer.json().orElseGet(MissingNode::getInstance);
        JsonNode error = body.at("/errors/0");
        if (HasuraProblems.isRefusedIntrospection(error)) {
            return Outcome.done(Optional.empty());
        }
        Map<String, Set<String>> fields = new HashMap<>();
        for (int at = 0; at < types.size(); at++) {
            JsonNode type = body.path("data").path(alias(at));
            if (body.has("errors") || !OwnAnswer.isType(type)) {
                return HasuraProblems.unansweredQuery(answer, error);
            }
            Set<String> names = new HashSet<>();
            type.path("fields").forEach(field -> names.add(field.path("name").asText()));
            fields.put(types.get(at), Set.copyOf(names));
        }
        return Outcome.done(Optional.of(fields));
    }
}
