package io.outputport.provisioner.hasura.plan.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * One tracked table as Hasura's metadata holds it: what planning asks of every table, kept small because a Hasura has
 * thousands of them.
 *
 * @param name as Hasura names it: an object for PostgreSQL, an array for a data connector
 * @param customRootFields by {@link RootField#key()}
 * @param selectRoles the roles with a select permission
 * @param references what its relationships point to
 * @param entry reads the whole entry anew
 */
public record ActualTable(
        JsonNode name,
        Optional<String> customName,
        Map<String, String> customRootFields,
        Set<String> selectRoles,
        List<Reference> references,
        Supplier<ObjectNode> entry) {
    public ActualTable {
        customRootFields = Map.copyOf(customRootFields);
        selectRoles = Set.copyOf(selectRoles);
        references = List.copyOf(references);
    }

    /**
     * A relationship to another table.
     *
     * @param source the other table's source; empty for the table's own
     */
    public record Reference(String relationship, Optional<String> source, JsonNode table) {}

    /** The base of its GraphQL names: the custom name, else the one that Hasura makes of the table's name. */
    public String baseName() {
        return customName.orElseGet(() -> defaultName(name));
    }

    String rootField(RootField field) {
        return customRootFields.getOrDefault(field.key(), field.defaultName(baseName()));
    }

    private static String defaultName(JsonNode name) {
        if (name.isArray()) {
            return String.join("_", texts(name));
        }
        String schema = name.path("schema").asText("public");
        String table = name.isTextual() ? name.asText() : name.path("name").asText();
        return "public".equals(schema) ? table : schema + "_" + table;
    }

    private static List<String> texts(JsonNode array) {
        return java.util.stream.StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /** The name for people: {@code schema.table}. */
    public String shown() {
        return name.isArray()
                ? String.join(".", texts(name))
                : name.isTextual()
                        ? name.asText()
                        : name.path("schema").asText("public") + "."
                                + name.path("name").asText();
    }
}
