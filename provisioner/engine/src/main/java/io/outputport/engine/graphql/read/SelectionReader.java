package io.outputport.engine.graphql.read;

import graphql.introspection.Introspection;
import graphql.language.Argument;
import graphql.language.Field;
import graphql.language.SelectionSet;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import io.outputport.engine.graphql.error.FirstError;
import io.outputport.engine.graphql.read.input.DistinctOn;
import io.outputport.engine.graphql.read.input.Input;
import io.outputport.engine.graphql.read.input.InputReader;
import io.outputport.engine.graphql.read.input.Inputs;
import io.outputport.engine.graphql.read.input.JsonPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the selections of one object type after the other, from the root down. */
final class SelectionReader {
    private static final Set<String> PAGING = Set.of("limit", "offset");

    private final GraphQLSchema schema;
    private final FieldCollector collector;
    private final InputReader inputs;
    private final FirstError errors;
    private final Nesting nesting;

    SelectionReader(GraphQLSchema schema, FieldCollector collector, InputReader inputs, FirstError errors) {
        this.schema = schema;
        this.collector = collector;
        this.inputs = inputs;
        this.errors = errors;
        this.nesting = new Nesting(errors);
    }

    List<Selection> read(GraphQLObjectType parent, List<SelectionSet> sets, String path) {
        String here = path + ".selectionSet";
        List<Selection> selections = new ArrayList<>();
        Map<String, List<Field>> collected = collector.collect(sets, parent.getName(), here);
        nesting.within(
                here,
                () -> collected.forEach((alias, fields) -> {
                    if (!errors.isThere()) {
                        selection(parent, alias, fields, here).ifPresent(selections::add);
                    }
                }));
        return selections;
    }

    private Optional<Selection> selection(
            GraphQLObjectType parent, String alias, List<Field> fields, String parentPath) {
        Field field = fields.get(0);
        String path = parentPath + "." + field.getName();
        refuseConflicts(alias, fields, parentPath);
        Optional<GraphQLFieldDefinition> definition = definition(parent, field.getName());
        if (definition.isEmpty()) {
            errors.invalid("field '%s' not found in type: '%s'".formatted(field.getName(), parent.getName()), path);
            return Optional.empty();
        }
        Map<String, Input> arguments = arguments(definition.get(), field, path);
        refuseBadJsonPath(definition.get(), arguments, path);
        List<Selection> children = children(definition.get(), fields, path);
        return Optional.of(new Selection(alias, field.getName(), parent.getName(), arguments, children, fields));
    }

    private Optional<GraphQLFieldDefinition> definition(GraphQLObjectType parent, String name) {
        if (name.equals(Selection.TYPENAME)) {
            return Optional.of(schema.getIntrospectionTypenameFieldDefinition());
        }
        boolean atRoot = parent.getName().equals(schema.getQueryType().getName());
        if (atRoot && name.equals(Introspection.SchemaMetaFieldDef.getName())) {
            return Optional.of(schema.getIntrospectionSchemaFieldDefinition());
        }
        if (atRoot && name.equals(Introspection.TypeMetaFieldDef.getName())) {
            return Optional.of(schema.getIntrospectionTypeFieldDefinition());
        }
        return Optional.ofNullable(parent.getFieldDefinition(name));
    }

    private void refuseConflicts(String alias, List<Field> fields, String path) {
        Field first = fields.get(0);
        for (Field other : fields) {
            if (!other.getName().equals(first.getName())) {
                errors.invalid(
                        "selection of both '%s' and '%s' specify the same response name, '%s'"
                                .formatted(first.getName(), other.getName(), alias),
                        path);
            } else if (!argumentsOf(other).equals(argumentsOf(first))) {
                errors.invalid(
                        "inconsistent arguments between multiple selections of field '%s'".formatted(first.getName()),
                        path);
            }
        }
    }

    private static Map<String, Input> argumentsOf(Field field) {
        return field.getArguments().stream()
                .collect(Collectors.toMap(
                        Argument::getName,
                        argument -> Inputs.ofLiteral(argument.getValue()),
                        (first, second) -> first,
                        LinkedHashMap::new));
    }

    private Map<String, Input> arguments(GraphQLFieldDefinition definition, Field field, String path) {
        Map<String, Input> given = argumentsOf(field);
        for (String name : given.keySet()) {
            if (definition.getArgument(name) == null) {
                errors.invalid("'%s' has no argument named '%s'".formatted(field.getName(), name), path);
            }
        }
        Map<String, Input> read = new LinkedHashMap<>();
        for (GraphQLArgument argument : definition.getArguments()) {
            Input raw = given.get(argument.getName());
            String here = path + ".args." + argument.getName();
            if (raw != null && !errors.isThere()) {
                argument(argument, raw, here).ifPresent(input -> read.put(argument.getName(), input));
            } else if (raw == null && argument.getType() instanceof GraphQLNonNull) {
                errors.invalid("missing required field '%s'".formatted(argument.getName()), here);
            }
        }
        if (!DistinctOn.matchesOrder(read)) {
            errors.invalid("\"distinct_on\" columns must match initial \"order_by\" columns", path + ".args");
        }
        return read;
    }

    private Optional<Input> argument(GraphQLArgument argument, Input raw, String path) {
        // A key column may have such a name too, but is never nullable.
        boolean paging = PAGING.contains(argument.getName()) && !(argument.getType() instanceof GraphQLNonNull);
        Input read = paging ? inputs.readPaging(argument, raw, path) : inputs.read(argument.getType(), raw, path);
        return read instanceof Input.Null ? Optional.empty() : Optional.of(read);
    }

    /** Keys may be called {@code path} too, but only on fields that lead to an object. */
    private void refuseBadJsonPath(GraphQLFieldDefinition definition, Map<String, Input> arguments, String path) {
        boolean leaf = !(GraphQLTypeUtil.unwrapAll(definition.getType()) instanceof GraphQLObjectType);
        if (leaf
                && arguments.get("path") instanceof Input.Scalar text
                && JsonPath.parse(text.text()).isEmpty()) {
            errors.invalid(JsonPath.message(text.text()), path + ".args");
        }
    }

    private List<Selection> children(GraphQLFieldDefinition definition, List<Field> fields, String path) {
        List<SelectionSet> sets = fields.stream()
                .map(Field::getSelectionSet)
                .filter(Objects::nonNull)
                .toList();
        GraphQLNamedType type = (GraphQLNamedType) GraphQLTypeUtil.unwrapAll(definition.getType());
        if (type instanceof GraphQLObjectType object) {
            if (sets.isEmpty()) {
                errors.invalid("missing selection set for '%s'".formatted(type.getName()), path + ".selectionSet");
            }
            return read(object, sets, path);
        }
        if (!sets.isEmpty()) {
            errors.invalid("unexpected subselection set for non-object field", path);
        }
        return List.of();
    }
}
