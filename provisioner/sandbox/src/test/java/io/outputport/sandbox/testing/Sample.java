package io.outputport.sandbox.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A descriptor as the platform sends it; the samples lie in the folder {@code descriptors} of this module. */
public record Sample(String yaml) {
    public static final Path FOLDER = Path.of(System.getProperty("basedir", "."), "descriptors");

    public static Sample of(String file) {
        try {
            return new Sample(Files.readString(FOLDER.resolve(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The names of the samples in a sub-folder ({@code ""} is the folder itself), in order. */
    public static List<String> names(String folder) {
        try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
            return files.map(file -> FOLDER.relativize(file).toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public Sample with(UnaryOperator<String> change) {
        return new Sample(change.apply(yaml));
    }

    /** The same sample with every {@code from} replaced; fails when there is none. */
    public Sample with(String from, String to) {
        if (!yaml.contains(from)) {
            throw new AssertionError("The sample does not contain " + from);
        }
        return new Sample(yaml.replace(from, to));
    }

    /** The body of {@code POST /v1/provision} and its relatives. */
    public ObjectNode request() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("descriptorKind", "COMPONENT_DESCRIPTOR")
                .put("removeData", false)
                .put("descriptor", yaml);
    }

    /** The body of {@code POST /v1/updateacl}: there the platform writes the descriptor as JSON. */
    public ObjectNode aclRequest(String... refs) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        List.of(refs).forEach(request.putArray("refs")::add);
        request.putObject("provisionInfo").put("request", json().toString()).put("result", "");
        return request;
    }

    public JsonNode json() {
        try {
            return new YAMLMapper().readTree(yaml);
        } catch (JsonProcessingException notYaml) {
            throw new AssertionError(notYaml);
        }
    }
}
