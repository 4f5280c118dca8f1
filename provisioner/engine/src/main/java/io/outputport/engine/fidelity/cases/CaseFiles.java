package io.outputport.engine.fidelity.cases;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Reads the cases from the YAML files beside this class. Each file has {@code cases}; what they all rest on,
 * need and start from stands under {@code source}, {@code needs} and {@code given}, and what some start from besides under
 * {@code worlds}, which they name with {@code world}. A case may have a {@code source} of its own, and {@code since} and
 * {@code before}, the versions that behave so. How a request is written says {@link ExchangeReader}.
 */
public final class CaseFiles {
    private static final List<String> FILES = List.of(
            "batches",
            "sources",
            "tables",
            "permissions",
            "relationships",
            "whole-metadata",
            "sql",
            "access",
            "names",
            "reading",
            "aggregates",
            "refusals",
            "connectors",
            "strict");
    private static final Set<String> KEYS = Set.of("source", "needs", "given", "worlds", "cases");
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private CaseFiles() {}

    /** All cases; those of one file stand together. */
    public static List<Case> all() {
        return FILES.stream().flatMap(name -> read(name).stream()).toList();
    }

    private static List<Case> read(String name) {
        try (InputStream file = CaseFiles.class.getResourceAsStream(name + ".yaml")) {
            if (file == null) {
                throw new FileNotFoundException(name + ".yaml");
            }
            return read(name, YAML.readTree(file));
        } catch (IOException failed) {
            throw new UncheckedIOException("The cases in " + name + ".yaml cannot be read.", failed);
        }
    }

    /** @throws IllegalArgumentException for what would silently prove nothing: an unknown key, a case without a source */
    static List<Case> read(String name, JsonNode file) {
        file.fieldNames().forEachRemaining(key -> {
            if (!KEYS.contains(key)) {
                throw new IllegalArgumentException("There is no key " + key + " in the file " + name + ".");
            }
        });
        return elements(file, "cases").map(one -> read(file, one)).toList();
    }

    private static Case read(JsonNode file, JsonNode json) {
        ExchangeReader.requireKnownKeys(json);
        List<Exchange> asks = json.has("steps")
                ? elements(json, "steps").map(ExchangeReader::read).toList()
                : List.of(ExchangeReader.read(json));
        return new Case(
                json.path("name").asText(),
                texts(json.path("shows")),
                Mark.valueOf(json.path("mark").asText()),
                json.path("source").asText(file.path("source").asText()),
                new Versions(text(json, "since"), text(json, "before")),
                Set.copyOf(texts(file.path("needs"))),
                Stream.of(elements(file, "given"), world(file, json), elements(json, "given"))
                        .flatMap(part -> part)
                        .map(ExchangeReader::read)
                        .toList(),
                asks);
    }

    private static Stream<JsonNode> world(JsonNode file, JsonNode json) {
        if (!json.has("world")) {
            return Stream.empty();
        }
        String name = json.path("world").asText();
        if (!file.path("worlds").has(name)) {
            throw new IllegalArgumentException("There is no world " + name + " for " + json.path("name"));
        }
        return elements(file.path("worlds"), name);
    }

    private static Stream<JsonNode> elements(JsonNode json, String key) {
        return StreamSupport.stream(json.path(key).spliterator(), false);
    }

    private static Optional<String> text(JsonNode json, String key) {
        return json.has(key) ? Optional.of(json.path(key).asText()) : Optional.empty();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
