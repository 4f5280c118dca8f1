package io.outputport.engine.metadata.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.engine.refusal.Refused;
import java.util.List;

/** A document of version 1 or 2, from before Hasura had sources: its tables become those of the source {@code default}. */
public record OldDocument(ObjectNode json) {
    /** What one without a version has. */
    public static final int FIRST = 1;

    private static final List<String> OF_THE_SOURCE = List.of("tables", "functions");

    /**
     * @param current where the source is taken from; every other one is gone afterwards
     * @throws Refused when there is no such source
     */
    public ObjectNode withSources(Document current) {
        ObjectNode source = current.source(Args.DEFAULT_SOURCE)
                .orElseThrow(() -> Refused.badRequest(
                        "not-supported", "cannot import metadata without sources since no default source is defined"))
                .deepCopy();
        ObjectNode document = json.deepCopy();
        for (String part : OF_THE_SOURCE) {
            JsonNode taken = document.remove(part);
            if (taken == null) {
                source.remove(part);
            } else {
                source.set(part, taken);
            }
        }
        document.put("version", MetadataShape.CURRENT).putArray("sources").add(source);
        JsonNode endpoints = current.json().path("rest_endpoints");
        if (!endpoints.isMissingNode()) {
            document.set("rest_endpoints", endpoints);
        }
        return document;
    }
}
