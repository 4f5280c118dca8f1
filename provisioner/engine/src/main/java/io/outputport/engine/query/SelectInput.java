package io.outputport.engine.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.outputport.engine.schema.SchemaCache;
import io.outputport.engine.schema.TrackedTable;
import io.outputport.engine.schema.TrackedTable.Relationship;
import io.outputport.engine.schema.TrackedTable.TrackedColumn;
import java.util.Optional;

/** Turns {@code where} and {@code order_by} of the old form into those of GraphQL. */
record SelectInput(SchemaCache schema, TrackedTable table) {

    /** Operators may begin with a dollar; a plain value means that the column equals it. */
    JsonNode where(JsonNode where) {
        if (where.isArray()) {
            ArrayNode parts = JsonNodeFactory.instance.arrayNode();
            where.forEach(part -> parts.add(where(part)));
            return parts;
        }
        ObjectNode written = JsonNodeFactory.instance.objectNode();
        for (var field : where.properties()) {
            String key = operator(field.getKey());
            Optional<Relationship> relationship = relationship(table, key);
            if (relationship.isPresent()) {
                TrackedTable target = target(schema, table, relationship.get());
                written.set(key, new SelectInput(schema, target).where(field.getValue()));
            } else if (key.startsWith("_") && column(key).isEmpty()) {
                written.set(key, where(field.getValue()));
            } else {
                written.set(graphqlName(key), comparison(field.getValue()));
            }
        }
        return written;
    }

    private static JsonNode comparison(JsonNode value) {
        ObjectNode operators = JsonNodeFactory.instance.objectNode();
        if (value.isObject()) {
            value.properties().forEach(field -> operators.set(operator(field.getKey()), field.getValue()));
        } else {
            operators.set("_eq", value);
        }
        return operators;
    }

    /** A column with a sign before it, {@code {"column","type","nulls"}}, the form of GraphQL, or a list of these. */
    JsonNode orderBy(JsonNode order) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        if (order.isArray()) {
            order.forEach(one -> orderBy(one).forEach(all::add));
        } else if (order.isTextual()) {
            String text = order.asText();
            all.add(by(text.replaceFirst("^[+-]", ""), text.startsWith("-") ? "desc" : "asc"));
        } else if (order.path("column").isTextual()) {
            String nulls = order.path("nulls").isTextual()
                    ? "_nulls_" + order.path("nulls").asText()
                    : "";
            all.add(by(order.path("column").asText(), order.path("type").asText("asc") + nulls));
        } else {
            order.properties()
                    .forEach(field -> all.add(
                            JsonNodeFactory.instance.objectNode().set(graphqlName(field.getKey()), field.getValue())));
        }
        return all;
    }

    /** The names of relationships may lead to the column. */
    private ObjectNode by(String path, String direction) {
        int dot = path.indexOf('.');
        String first = dot < 0 ? path : path.substring(0, dot);
        Optional<Relationship> relationship = relationship(table, first);
        JsonNode inner = dot < 0 || relationship.isEmpty()
                ? TextNode.valueOf(direction)
                : new SelectInput(schema, target(schema, table, relationship.get()))
                        .by(path.substring(dot + 1), direction);
        ObjectNode written = JsonNodeFactory.instance.objectNode();
        written.set(graphqlName(first), inner);
        return written;
    }

    static Optional<Relationship> relationship(TrackedTable table, String name) {
        return table.relationships().stream()
                .filter(one -> one.name().equals(name))
                .findFirst();
    }

    static TrackedTable target(SchemaCache schema, TrackedTable from, Relationship relationship) {
        return schema.tables().stream()
                .filter(table -> table.source().equals(from.source())
                        && table.databaseSchema().equals(relationship.targetSchema())
                        && table.databaseName().equals(relationship.targetName()))
                .findFirst()
                .orElse(from);
    }

    private String graphqlName(String name) {
        return column(name).map(TrackedColumn::graphqlName).orElse(name);
    }

    private Optional<TrackedColumn> column(String name) {
        return table.columns().stream()
                .filter(one -> one.databaseName().equals(name))
                .findFirst();
    }

    private static String operator(String key) {
        return key.startsWith("$") ? "_" + key.substring(1) : key;
    }
}
