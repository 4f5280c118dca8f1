package io.outputport.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonReportTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @TempDir
    private Path folder;

    @Test
    void the_file_is_whole_after_every_row() throws IOException {
        Path file = folder.resolve("new").resolve("results.json");
        ObjectNode options = JSON.objectNode().put("sources", 20);
        JsonReport report = JsonReport.begin(file, "scale", options);

        report.add(JSON.objectNode().put("ports", 1));
        JsonNode afterOne = read(file);
        report.add(JSON.objectNode().put("ports", 10));
        JsonNode afterTwo = read(file);

        assertThat(afterOne.path("rows")).hasSize(1);
        assertThat(afterTwo.path("rows").findValuesAsText("ports")).containsExactly("1", "10");
        assertThat(afterTwo.path("scenario").asText()).isEqualTo("scale");
        assertThat(afterTwo.path("options")).isEqualTo(options);
        assertThat(afterTwo.path("machine").path("processors").asInt()).isPositive();
    }

    private static JsonNode read(Path file) throws IOException {
        return new ObjectMapper().readTree(file.toFile());
    }
}
