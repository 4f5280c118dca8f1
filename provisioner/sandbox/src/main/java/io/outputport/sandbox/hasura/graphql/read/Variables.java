package io.outputport.sandbox.hasura.graphql.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import graphql.language.NonNullType;
import graphql.language.NullValue;
import graphql.language.Type;
import graphql.language.VariableDefinition;
import io.outputport.sandbox.hasura.graphql.error.GraphqlError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The variables of an operation with their values. */
final class Variables {
    private final Map<String, Bound> bound;

    private Variables(Map<String, Bound> bound) {
        this.bound = bound;
    }

    /**
     * @param defaulted a default that is not null makes a nullable variable fit where null is not wanted
     */
    record Bound(Type<?> type, boolean defaulted, Input value) {}

    static Variables bind(List<VariableDefinition> definitions, ObjectNode values, FirstError errors) {
        Map<String, Bound> bound = new LinkedHashMap<>();
        for (VariableDefinition definition : definitions) {
            bound.put(definition.getName(), bind(definition, values.get(definition.getName()), errors));
        }
        unexpected(bound.keySet(), values, errors);
        return new Variables(bound);
    }

    private static Bound bind(VariableDefinition definition, @Nullable JsonNode given, FirstError errors) {
        var literal = definition.getDefaultValue();
        boolean defaulted = literal != null && !(literal instanceof NullValue);
        Input value =
                given != null ? Inputs.ofJson(given) : literal != null ? Inputs.ofLiteral(literal) : new Input.Null();
        if (value instanceof Input.Null && definition.getType() instanceof NonNullType) {
            errors.invalid(
                    "expecting a value for non-nullable variable: \"%s\"".formatted(definition.getName()),
                    GraphqlError.ROOT);
        }
        return new Bound(definition.getType(), defaulted, value);
    }

    private static void unexpected(Set<String> declared, ObjectNode values, FirstError errors) {
        List<String> names = new ArrayList<>();
        values.fieldNames().forEachRemaining(names::add);
        names.removeAll(declared);
        if (!names.isEmpty()) {
            errors.invalid("unexpected variables in variableValues: " + String.join(", ", names), GraphqlError.ROOT);
        }
    }

    Optional<Bound> find(String name) {
        return Optional.ofNullable(bound.get(name));
    }
}
