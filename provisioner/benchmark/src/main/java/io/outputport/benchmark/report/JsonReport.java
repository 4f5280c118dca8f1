package io.outputport.benchmark.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The results of one run in one file, which is whole after every row. */
public final class JsonReport {
    private final Path file;
    private final ObjectNode content;

    private JsonReport(Path file, ObjectNode content) {
        this.file = file;
        this.content = content;
    }

    /** @param options what the run was asked to measure */
    public static JsonReport begin(Path file, String scenario, ObjectNode options) {
        ObjectNode content = JsonNodeFactory.instance.objectNode().put("scenario", scenario);
        content.putObject("machine")
                .put("java", Runtime.version().toString())
                .put("processors", Runtime.getRuntime().availableProcessors())
                .put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        content.set("options", options);
        content.putArray("rows");
        return new JsonReport(file, content);
    }

    public void add(ObjectNode row) throws IOException {
        content.withArray("/rows").add(row);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path next = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(next, content.toPrettyString() + "\n");
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    public JsonNode content() {
        return content;
    }
}
