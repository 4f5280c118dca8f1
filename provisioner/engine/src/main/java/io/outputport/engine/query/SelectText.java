package io.outputport.engine.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.engine.graphql.role.Lineage;
import io.outputport.engine.refusal.Refused;
import io.outputport.engine.schema.SchemaCache;
import io.outputport.engine.schema.Session;
import io.outputport.engine.schema.TrackedTable;
import io.outputport.engine.schema.TrackedTable.Relationship;
import io.outputport.engine.schema.TrackedTable.SelectPermission;
import io.outputport.engine.schema.TrackedTable.TrackedColumn;
import java.util.ArrayList;
import java.util.List;

/** Writes the GraphQL text of one {@code select}; what came from the caller goes into variables. */
final class SelectText {
    private static final String COLUMNS = "columns";

    private final SchemaCache schema;
    private final String role;
    private final ObjectNode values = JsonNodeFactory.instance.objectNode();
    private final List<String> variables = new ArrayList<>();

    SelectText(SchemaCache schema, String role) {
        this.schema = schema;
        this.role = role;
    }

    String write(TrackedTable table, JsonNode args) {
        String rows = table.roots().select() + arguments(table, args) + columns(table, args.path(COLUMNS));
        String body = table.customization()
                .namespace()
                .map(space -> space + " { " + rows + " }")
                .orElse(rows);
        return "query " + (variables.isEmpty() ? "" : "(" + String.join(", ", variables) + ") ") + "{ " + body + " }";
    }

    /** The variables that the text names. */
    ObjectNode values() {
        return values;
    }

    private String arguments(TrackedTable table, JsonNode args) {
        SelectInput input = new SelectInput(schema, table);
        List<String> arguments = new ArrayList<>();
        if (args.path("where").isObject()) {
            arguments.add(argument("where", type(table, "_bool_exp") + "!", input.where(args.path("where"))));
        }
        if (args.has("order_by")) {
            arguments.add(
                    argument("order_by", "[" + type(table, "_order_by") + "!]", input.orderBy(args.path("order_by"))));
        }
        for (String number : List.of("limit", "offset")) {
            if (args.path(number).isInt()) {
                arguments.add(number + ": " + args.path(number).intValue());
            }
        }
        return arguments.isEmpty() ? "" : "(" + String.join(", ", arguments) + ")";
    }

    private String argument(String name, String type, JsonNode value) {
        String variable = "v" + values.size();
        variables.add("$" + variable + ": " + type);
        values.set(variable, value);
        return name + ": $" + variable;
    }

    private static String type(TrackedTable table, String ending) {
        return table.customization().typePrefix()
                + table.graphqlName()
                + ending
                + table.customization().typeSuffix();
    }

    private String columns(TrackedTable table, JsonNode columns) {
        if (!columns.isArray()) {
            throw Refused.parse("the key 'columns' was not present");
        }
        List<TrackedColumn> visible = visible(table);
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            JsonNode column = columns.get(i);
            if (column.isObject()) {
                fields.add(related(table, column));
            } else if (column.asText().equals("*")) {
                visible.forEach(one -> fields.add(field(one)));
            } else {
                fields.add(field(visible, column.asText(), i));
            }
        }
        return " { " + String.join(" ", fields) + " }";
    }

    private String field(List<TrackedColumn> visible, String name, int index) {
        return visible.stream()
                .filter(one -> one.databaseName().equals(name))
                .findFirst()
                .map(SelectText::field)
                .orElseThrow(() -> hidden(name).at("$.args.columns[" + index + "]"));
    }

    private static String field(TrackedColumn column) {
        return column.databaseName() + ": " + column.graphqlName();
    }

    private Refused hidden(String column) {
        return Refused.badRequest(
                "permission-denied",
                role.equals(Session.ADMIN)
                        ? "no such column exists : \"" + column + "\""
                        : "role \"" + role + "\" does not have permission to select column \"" + column + "\"");
    }

    private String related(TrackedTable table, JsonNode column) {
        String name = column.path("name").asText();
        Relationship relationship = SelectInput.relationship(table, name)
                .orElseThrow(() -> Refused.badRequest("not-exists", "relationship \"" + name + "\" does not exist"));
        TrackedTable target = SelectInput.target(schema, table, relationship);
        return column.path("alias").asText(name) + ": " + name + arguments(target, column)
                + columns(target, column.path(COLUMNS));
    }

    private List<TrackedColumn> visible(TrackedTable table) {
        if (role.equals(Session.ADMIN)) {
            return table.columns();
        }
        List<SelectPermission> permissions = Lineage.permissions(schema, role, table);
        if (permissions.isEmpty()) {
            String name = table.databaseSchema().equals("public")
                    ? table.databaseName()
                    : table.databaseSchema() + "." + table.databaseName();
            throw Refused.badRequest(
                    "permission-denied", "select on \"" + name + "\" for role \"" + role + "\" is not allowed. ");
        }
        return table.columns().stream()
                .filter(column ->
                        permissions.stream().anyMatch(one -> one.columns().contains(column.databaseName())))
                .toList();
    }
}
