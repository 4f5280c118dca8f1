package io.outputport.benchmark.landscape;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/**
 * What Hasura had to do.
 *
 * @param charged costs that were added up instead of waited for
 */
public record EngineCounters(long schemaBuilds, long metadataWrites, long introspections, Duration charged) {
    static EngineCounters of(JsonNode stats) {
        return new EngineCounters(
                stats.path("schemaBuilds").asLong(),
                stats.path("metadataWrites").asLong(),
                stats.path("introspections").asLong(),
                Duration.ofMillis(stats.path("chargedMillis").asLong()));
    }

    public EngineCounters since(EngineCounters before) {
        return new EngineCounters(
                schemaBuilds - before.schemaBuilds,
                metadataWrites - before.metadataWrites,
                introspections - before.introspections,
                charged.minus(before.charged));
    }
}
