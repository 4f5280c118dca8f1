package io.outputport.benchmark.trace;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/**
 * A span as Zipkin's API answers it.
 *
 * @param start and {@code length} in microseconds
 * @param parent empty for the first
 */
record ZipkinSpan(String id, String parent, String name, String kind, long start, long length) {
    static ZipkinSpan of(JsonNode json) {
        return new ZipkinSpan(
                json.path("id").asText(),
                json.path("parentId").asText(),
                json.path("name").asText(),
                json.path("kind").asText(),
                json.path("timestamp").asLong(),
                json.path("duration").asLong());
    }

    String line() {
        return String.format(Locale.ROOT, "%10.1f ms  %-8s  %s", length / 1000.0, kind, name);
    }
}
