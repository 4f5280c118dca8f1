package io.outputport.provisioner.hasura.plan.entry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * One source as Hasura's metadata holds it.
 *
 * @param configuration may hold another team's password: never shown, logged or stored
 * @param customization what it makes of the names in it
 * @param hasOtherObjects whether it holds functions, native queries or anything else beside tables
 */
public record ActualSource(
        String name,
        String kind,
        JsonNode configuration,
        Customization customization,
        boolean hasOtherObjects,
        List<ActualTable> tables) {
    public ActualSource {
        tables = List.copyOf(tables);
    }

    /** One that leaves names as they are. */
    public ActualSource(
            String name, String kind, JsonNode configuration, boolean hasOtherObjects, List<ActualTable> tables) {
        this(name, kind, configuration, Customization.NONE, hasOtherObjects, tables);
    }

    public Optional<ActualTable> table(JsonNode tableName) {
        return tables.stream().filter(table -> table.name().equals(tableName)).findFirst();
    }
}
