package io.outputport.delivery.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import io.outputport.delivery.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The chart, rendered with values as {@code helm template} does it. */
final class Chart {
    static final Path FOLDER = Repository.path("helm");
    static final String RELEASE = "mesh";

    private Chart() {}

    /** The objects of a release in namespace {@code mesh-dev}; {@code values} is a YAML text. */
    static List<JsonNode> render(String values) {
        return renderAs(RELEASE, values);
    }

    static List<JsonNode> renderAs(String release, String values) {
        return render(FOLDER, release, Yaml.one(values));
    }

    /** Those that Helm makes before, after or beside a release as well; the library's template leaves them out. */
    static List<JsonNode> renderWithHooks(String values) {
        return render(Hooks.FOLDER, RELEASE, Yaml.one(values));
    }

    /** Several files as with several {@code -f}: the later wins. */
    static List<JsonNode> renderFiles(List<Path> files) {
        return files.stream()
                .map(file -> Yaml.one(Repository.read(file)))
                .reduce(Chart::merge)
                .map(values -> render(Hooks.FOLDER, RELEASE, values))
                .orElseThrow();
    }

    private static List<JsonNode> render(Path chart, String release, JsonNode values) {
        Path file = temporary(Yaml.text(values));
        try {
            TemplateCommand template = new Helm(chart)
                    .template()
                    .withName(release)
                    .withNamespace("mesh-dev")
                    .withKubeVersion("1.31.0")
                    .withValuesFile(file);
            return Yaml.all(template.call());
        } finally {
            delete(file);
        }
    }

    /** The objects of a release that belong to its first program. */
    static List<JsonNode> provisioner(List<JsonNode> objects) {
        return objects.stream().filter(object -> !isOfTheSharingServer(object)).toList();
    }

    /** Those of the second one, if there is one. */
    static List<JsonNode> sharingServer(List<JsonNode> objects) {
        return objects.stream().filter(Chart::isOfTheSharingServer).toList();
    }

    private static boolean isOfTheSharingServer(JsonNode object) {
        return object.at("/metadata/name").asText().matches(".*-sharing(-migration|-test)?");
    }

    static JsonNode object(List<JsonNode> objects, String kind) {
        List<JsonNode> found = objects.stream()
                .filter(object -> object.path("kind").asText().equals(kind))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " objects of kind " + kind);
        }
        return found.get(0);
    }

    static boolean has(List<JsonNode> objects, String kind) {
        return objects.stream().anyMatch(object -> object.path("kind").asText().equals(kind));
    }

    /** Maps are merged, all else is replaced, as Helm does it. */
    static JsonNode merge(JsonNode below, JsonNode above) {
        if (!below.isObject() || !above.isObject()) {
            return above;
        }
        ObjectNode merged = below.deepCopy();
        for (Map.Entry<String, JsonNode> entry : above.properties()) {
            JsonNode old = merged.get(entry.getKey());
            merged.set(entry.getKey(), old == null ? entry.getValue() : merge(old, entry.getValue()));
        }
        return merged;
    }

    /** A copy of the chart with other default values, for lint, which takes no values. */
    static void copyTo(Path folder, JsonNode defaults) {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            for (Path file : files.toList()) {
                Path target = folder.resolve(FOLDER.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
            Files.writeString(folder.resolve("values.yaml"), Yaml.text(defaults));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static Path temporary(String text) {
        try {
            return Files.writeString(Files.createTempFile("values", ".yaml"), text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException stays) {
            throw new UncheckedIOException(stays);
        }
    }
}
