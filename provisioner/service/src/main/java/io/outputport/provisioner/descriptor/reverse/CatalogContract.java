package io.outputport.provisioner.descriptor.reverse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * What is needed of the component's {@code catalog-info.yaml}: the columns of its data contract as they stand, with all
 * that people wrote about them. Anything odd counts as absent, since the entry is about to be brought up to date.
 */
public record CatalogContract(List<ObjectNode> columns) {
    public CatalogContract {
        columns = List.copyOf(columns);
    }

    public static CatalogContract of(JsonNode catalogInfo) {
        return ofColumns(catalogInfo.at("/spec/mesh/dataContract/schema"));
    }

    public static CatalogContract ofColumns(JsonNode schema) {
        return new CatalogContract(StreamSupport.stream(schema.spliterator(), false)
                .filter(column -> column.isObject() && column.path("name").isTextual())
                .map(column -> (ObjectNode) column)
                .toList());
    }

    public ArrayNode schema() {
        return JsonNodeFactory.instance.arrayNode().addAll(columns);
    }

    public boolean has(String column) {
        return column(column).isPresent();
    }

    /** The column of that name; else the only one whose name differs in letter case alone. */
    Optional<ObjectNode> column(String name) {
        Optional<ObjectNode> exact =
                columns.stream().filter(column -> nameOf(column).equals(name)).findFirst();
        List<ObjectNode> similar = columns.stream()
                .filter(column -> lower(nameOf(column)).equals(lower(name)))
                .toList();
        return exact.or(() -> similar.size() == 1 ? Optional.of(similar.get(0)) : Optional.empty());
    }

    static String nameOf(ObjectNode column) {
        return column.path("name").asText();
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
