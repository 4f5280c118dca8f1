package io.outputport.provisioner.hasura.plan.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Function;

/** One change of Hasura's metadata document; everything that no edit names stays as it stands, token for token. */
public sealed interface MetadataEdit {
    String source();

    /** Adds an empty source. */
    record AddSource(String source, String kind, JsonNode configuration) implements MetadataEdit {}

    /** Gives a source another configuration and keeps its tables. */
    record ConfigureSource(String source, JsonNode configuration) implements MetadataEdit {}

    /** Removes a source that holds nothing any more. */
    record RemoveSource(String source) implements MetadataEdit {}

    /** Adds or replaces the entry of one table. */
    record PutTable(String source, JsonNode table, ObjectNode entry) implements MetadataEdit {}

    record RemoveTable(String source, JsonNode table) implements MetadataEdit {}

    /** One branch per case, so that a new case breaks the compile of everybody who has to think of it. */
    default <R> R match(
            Function<? super AddSource, ? extends R> addSource,
            Function<? super ConfigureSource, ? extends R> configureSource,
            Function<? super RemoveSource, ? extends R> removeSource,
            Function<? super PutTable, ? extends R> putTable,
            Function<? super RemoveTable, ? extends R> removeTable) {
        if (this instanceof AddSource it) {
            return addSource.apply(it);
        }
        if (this instanceof ConfigureSource it) {
            return configureSource.apply(it);
        }
        if (this instanceof RemoveSource it) {
            return removeSource.apply(it);
        }
        return this instanceof PutTable it ? putTable.apply(it) : removeTable.apply((RemoveTable) this);
    }

    /** The source that it makes, if it makes one. */
    default Optional<AddSource> newSource() {
        return this instanceof AddSource it ? Optional.of(it) : Optional.empty();
    }

    /** What a source is configured as by it, if that is what it does. */
    default Optional<ConfigureSource> configured() {
        return this instanceof ConfigureSource it ? Optional.of(it) : Optional.empty();
    }

    /** The table's entry that it writes, if it writes one. */
    default Optional<PutTable> written() {
        return this instanceof PutTable it ? Optional.of(it) : Optional.empty();
    }

    /** The table that it is about, if it is about one. */
    default Optional<JsonNode> tableName() {
        return match(
                added -> Optional.empty(),
                configured -> Optional.empty(),
                removed -> Optional.empty(),
                put -> Optional.of(put.table()),
                removed -> Optional.of(removed.table()));
    }

    default boolean removesSource() {
        return this instanceof RemoveSource;
    }

    default boolean removesTable() {
        return this instanceof RemoveTable;
    }
}
