package io.outputport.engine.graphql.read.input;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import io.outputport.engine.graphql.error.FirstError;
import io.outputport.engine.graphql.read.input.Input.InputKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Checks a value against the type that is wanted, and gives it back without variables and with its lists as lists. */
public final class InputReader {
    /** More than any honest condition; keeps the SQL within what the database can parse. */
    private static final int DEPTH_LIMIT = 100;

    private final Variables variables;
    private final FirstError errors;

    public InputReader(Variables variables, FirstError errors) {
        this.variables = variables;
        this.errors = errors;
    }

    public Input read(GraphQLType type, Input raw, String path) {
        return read(type, raw, path, 0);
    }

    /** The value of {@code limit} or {@code offset}: both have rules of their own behind the name {@code Int}. */
    public Input readPaging(GraphQLArgument argument, Input raw, String path) {
        Input value = raw instanceof Input.Variable variable ? valueOf(variable, argument.getType(), path) : raw;
        if (!(value instanceof Input.Null)) {
            ScalarRules.checkPaging(argument.getName(), value, path).ifPresent(errors::report);
        }
        return value;
    }

    private Input read(GraphQLType type, Input raw, String path, int depth) {
        if (depth > DEPTH_LIMIT) {
            errors.invalid("the value is nested deeper than %d levels".formatted(DEPTH_LIMIT), path);
            return new Input.Null();
        }
        if (raw instanceof Input.Variable variable) {
            return read(type, valueOf(variable, type, path), path, depth);
        }
        if (type instanceof GraphQLNonNull required) {
            return read(required.getWrappedType(), notNull(type, raw, path), path, depth);
        }
        if (raw instanceof Input.Null) {
            return raw;
        }
        if (type instanceof GraphQLList list) {
            return elements(list, raw, path, depth);
        }
        if (type instanceof GraphQLInputObjectType object) {
            return fields(object, raw, path, depth);
        }
        return type instanceof GraphQLEnumType names ? enumValue(names, raw, path) : scalar(type, raw, path);
    }

    private Input valueOf(Input.Variable variable, GraphQLType type, String path) {
        Variables.Bound bound = variables.find(variable.name()).orElseThrow();
        if (!VariableUse.isAllowed(type, bound)) {
            errors.invalid(VariableUse.message(variable.name(), type, bound), path);
        }
        return bound.value();
    }

    private Input notNull(GraphQLType type, Input raw, String path) {
        if (raw instanceof Input.Null) {
            errors.invalid("unexpected null value for type '%s'".formatted(nameOf(type)), path);
        }
        return raw;
    }

    private Input elements(GraphQLList list, Input raw, String path, int depth) {
        List<Input> given = raw instanceof Input.ListOf many ? many.elements() : List.of(raw);
        List<Input> read = new ArrayList<>();
        for (int i = 0; i < given.size() && !errors.isThere(); i++) {
            read.add(read(list.getWrappedType(), given.get(i), path + "[" + i + "]", depth + 1));
        }
        return new Input.ListOf(read);
    }

    private Input fields(GraphQLInputObjectType type, Input raw, String path, int depth) {
        if (!(raw instanceof Input.Fields given)) {
            errors.invalid(Mismatch.of("an object", type.getName(), raw), path);
            return new Input.Fields(Map.of());
        }
        for (GraphQLInputObjectField field : type.getFieldDefinitions()) {
            if (field.getType() instanceof GraphQLNonNull && !given.entries().containsKey(field.getName())) {
                errors.invalid("missing required field '%s'".formatted(field.getName()), path + "." + field.getName());
            }
        }
        Map<String, Input> read = new LinkedHashMap<>();
        given.entries().forEach((key, value) -> {
            if (!errors.isThere()) {
                field(type, key, value, path + "." + key, depth).ifPresent(input -> read.put(key, input));
            }
        });
        if (isSummary(type) && read.size() != 1) {
            errors.invalid("exactly one predicate should be specified", path);
        }
        return new Input.Fields(read);
    }

    /** What a list of related rows comes to; the filter of a table with such a name has conditions to join. */
    private static boolean isSummary(GraphQLInputObjectType type) {
        return type.getName().endsWith("_aggregate_bool_exp") && type.getFieldDefinition("_and") == null;
    }

    private Optional<Input> field(GraphQLInputObjectType type, String key, Input value, String path, int depth) {
        GraphQLInputObjectField field = type.getFieldDefinition(key);
        if (field == null) {
            errors.invalid("field '%s' not found in type: '%s'".formatted(key, type.getName()), path);
            return Optional.empty();
        }
        Input read = read(field.getType(), value, path, depth + 1);
        if (!(read instanceof Input.Null)) {
            return Optional.of(read);
        }
        refuseNull(type, field, path);
        return Optional.empty();
    }

    /** Introspection calls all of a filter nullable, yet Hasura refuses null: it would filter by nothing. */
    private void refuseNull(GraphQLInputObjectType type, GraphQLInputObjectField field, String path) {
        GraphQLType wanted = field.getType();
        if (type.getFieldDefinition("_and") != null) {
            errors.invalid(
                    wanted instanceof GraphQLList
                            ? "expected a list, but found null"
                            : Mismatch.of("an object", nameOf(wanted), new Input.Null()),
                    path);
        } else if (type.getName().endsWith("_comparison_exp")) {
            errors.invalid(
                    wanted instanceof GraphQLList
                            ? "expected a list, but found null"
                            : "unexpected null value for type '%s'".formatted(nameOf(wanted)),
                    path);
        }
    }

    private Input enumValue(GraphQLEnumType type, Input raw, String path) {
        boolean isName = raw instanceof Input.Scalar scalar
                && (scalar.kind() == InputKind.ENUM || scalar.kind() == InputKind.JSON_STRING);
        if (!isName) {
            errors.invalid(Mismatch.of("an enum value", type.getName(), raw), path);
            return raw;
        }
        String name = ((Input.Scalar) raw).text();
        if (type.getValue(name) == null) {
            String known = type.getValues().stream()
                    .map(GraphQLEnumValueDefinition::getName)
                    .map(value -> "'" + value + "'")
                    .collect(Collectors.joining(", ", "[", "]"));
            errors.invalid(
                    "expected one of the values %s for type '%s', but found '%s'"
                            .formatted(known, type.getName(), name),
                    path);
        }
        return raw;
    }

    private Input scalar(GraphQLType type, Input raw, String path) {
        ScalarRules.check(nameOf(type), raw, path).ifPresent(errors::report);
        return raw;
    }

    private static String nameOf(GraphQLType type) {
        return ((GraphQLNamedType) GraphQLTypeUtil.unwrapAll(type)).getName();
    }
}
