package io.outputport.provisioner.hasura.plan.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Takes from a table's entry the little that planning asks of every table. */
public final class TableReader {
    private static final List<String> RELATIONSHIPS =
            List.of("object_relationships", "array_relationships", "remote_relationships");

    private TableReader() {}

    /** @param whole reads the same entry anew, so that it need not be kept */
    public static ActualTable read(JsonNode entry, Supplier<ObjectNode> whole) {
        JsonNode configuration = entry.path("configuration");
        return new ActualTable(
                entry.path("table"),
                Optional.of(configuration.path("custom_name").asText("")).filter(name -> !name.isEmpty()),
                rootFields(configuration.path("custom_root_fields")),
                selectRoles(entry),
                references(entry),
                whole);
    }

    private static Map<String, String> rootFields(JsonNode fields) {
        Map<String, String> names = new HashMap<>();
        for (RootField field : RootField.values()) {
            JsonNode named = fields.path(field.key());
            String name = named.isObject() ? named.path("name").asText("") : named.asText("");
            if (!name.isEmpty()) {
                names.put(field.key(), name);
            }
        }
        return names;
    }

    private static Set<String> selectRoles(JsonNode entry) {
        Set<String> roles = new HashSet<>();
        entry.path("select_permissions")
                .forEach(permission -> roles.add(permission.path("role").asText()));
        return roles;
    }

    private static List<ActualTable.Reference> references(JsonNode entry) {
        List<ActualTable.Reference> references = new ArrayList<>();
        for (String kind : RELATIONSHIPS) {
            entry.path(kind).forEach(relationship -> reference(relationship).ifPresent(references::add));
        }
        return references;
    }

    /** By hand, by a foreign key of the other table, or to another source. */
    private static Optional<ActualTable.Reference> reference(JsonNode relationship) {
        String name = relationship.path("name").asText();
        JsonNode byHand = relationship.at("/using/manual_configuration/remote_table");
        JsonNode byKey = relationship.at("/using/foreign_key_constraint_on/table");
        JsonNode toSource = relationship.at("/definition/to_source");
        if (!toSource.isMissingNode()) {
            return Optional.of(new ActualTable.Reference(
                    name, Optional.of(toSource.path("source").asText()), toSource.path("table")));
        }
        JsonNode table = byHand.isMissingNode() ? byKey : byHand;
        return table.isMissingNode()
                ? Optional.empty()
                : Optional.of(new ActualTable.Reference(name, Optional.empty(), table));
    }
}
