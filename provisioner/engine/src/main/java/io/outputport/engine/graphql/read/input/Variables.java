package io.outputport.engine.graphql.read.input;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import graphql.language.AstPrinter;
import graphql.language.NonNullType;
import graphql.language.NullValue;
import graphql.language.Type;
import graphql.language.Value;
import graphql.language.VariableDefinition;
import io.outputport.engine.graphql.error.FirstError;
import io.outputport.engine.graphql.error.GraphqlError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The variables of an operation with their values. */
public final class Variables {
    private final Map<String, Bound> bound;

    private Variables(Map<String, Bound> bound) {
        this.bound = bound;
    }

    /**
     * @param defaulted a default that is not null makes a nullable variable fit where null is not wanted
     */
    public record Bound(Type<?> type, boolean defaulted, Input value) {}

    public static Variables bind(List<VariableDefinition> definitions, ObjectNode values, FirstError errors) {
        Map<String, Bound> bound = new LinkedHashMap<>();
        for (VariableDefinition definition : definitions) {
            String name = definition.getName();
            if (bound.put(name, bind(definition, values.get(name), errors)) != null) {
                errors.report(GraphqlError.unreadable(
                        "multiple definitions for variable \"%s\"".formatted(name), GraphqlError.ROOT));
            }
        }
        return new Variables(bound);
    }

    private static Bound bind(VariableDefinition definition, @Nullable JsonNode given, FirstError errors) {
        Value<?> literal = definition.getDefaultValue();
        boolean required = definition.getType() instanceof NonNullType;
        if (required && given != null && given.isNull()) {
            errors.invalid(
                    "null value found for non-nullable type: \"%s\""
                            .formatted(AstPrinter.printAstCompact(definition.getType())),
                    GraphqlError.ROOT);
        } else if (required && given == null && literal == null) {
            errors.invalid(
                    "expecting a value for non-nullable variable: \"%s\"".formatted(definition.getName()),
                    GraphqlError.ROOT);
        }
        boolean defaulted = literal != null && !(literal instanceof NullValue);
        return new Bound(definition.getType(), defaulted, value(given, literal));
    }

    private static Input value(@Nullable JsonNode given, @Nullable Value<?> literal) {
        if (given != null) {
            return Inputs.ofJson(given);
        }
        return literal == null ? new Input.Null() : Inputs.ofLiteral(literal);
    }

    /** Every variable in use is declared, and every value that came is in use. */
    public void refuseUnused(Set<String> used, ObjectNode values, FirstError errors) {
        for (String name : used) {
            if (!bound.containsKey(name)) {
                errors.invalid("unbound variable \"%s\"".formatted(name), GraphqlError.ROOT);
            }
        }
        List<String> unexpected = new ArrayList<>();
        values.fieldNames().forEachRemaining(unexpected::add);
        unexpected.removeAll(used);
        if (!unexpected.isEmpty()) {
            errors.invalid(
                    "unexpected variables in variableValues: " + String.join(", ", unexpected), GraphqlError.ROOT);
        }
    }

    public Optional<Bound> find(String name) {
        return Optional.ofNullable(bound.get(name));
    }
}
