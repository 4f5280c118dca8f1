package io.outputport.delivery.chart;

import io.outputport.delivery.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A copy of the chart in which hooks are objects like any other: under another annotation they mean nothing to Helm. */
final class Hooks {
    static final String ANNOTATION = "hook.example.com/";
    static final Path FOLDER = copy();

    private Hooks() {}

    private static Path copy() {
        try {
            Path folder = Files.createTempDirectory("chart");
            Chart.copyTo(folder, Yaml.one(Repository.read("helm/values.yaml")));
            for (Path template : templates(folder)) {
                Files.writeString(template, Files.readString(template).replace("helm.sh/hook", ANNOTATION + "hook"));
            }
            return folder;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static List<Path> templates(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("templates"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
