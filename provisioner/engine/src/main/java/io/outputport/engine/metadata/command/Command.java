package io.outputport.engine.metadata.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.engine.metadata.document.Args;
import io.outputport.engine.refusal.Refused;
import java.util.Optional;

/** One request to the metadata API, or one element of a batch. */
public record Command(String type, int version, Args args, Optional<Long> resourceVersion) {

    /** @throws Refused when it has not the shape {@code {"type","args","version"?,"resource_version"?}} */
    public static Command of(JsonNode json) {
        if (!json.isObject()) {
            throw Refused.parse("parsing RQLMetadata failed, expected an Object")
                    .at("$");
        }
        if (!json.path("type").isTextual()) {
            throw Refused.parse("the key 'type' was not present").at("$");
        }
        if (!json.has("args")) {
            throw Refused.parse("the key 'args' was not present").at("$");
        }
        JsonNode resourceVersion = json.path("resource_version");
        return new Command(
                json.path("type").asText(),
                json.path("version").asInt(1),
                new Args(json.path("args")),
                resourceVersion.isIntegralNumber() ? Optional.of(resourceVersion.asLong()) : Optional.empty());
    }
}
