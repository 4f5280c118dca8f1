package io.outputport.provisioner.hasura.plan.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

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
}
