package io.outputport.delivery.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.delivery.Repository;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Prometheus itself says of alerts and dashboard. Its promtool must be on the path; Debian's package is prometheus. */
class PromqlTest {
    private static final String TOOL = "promtool";

    @TempDir
    private Path folder;

    @Test
    void prometheus_takes_every_alert() throws Exception {
        Path rules = write("rules.yaml", rules());

        assertThat(promtool("check", "rules", "--lint=all", "--lint-fatal", rules.toString()))
                .contains("SUCCESS: " + Monitoring.alerts().size() + " rules found");
    }

    @Test
    void prometheus_understands_every_question_of_the_dashboard() throws Exception {
        ObjectNode file = JsonNodeFactory.instance.objectNode();
        ArrayNode rules = group(file, "dashboard");
        List<String> questions = Monitoring.questions();
        for (int number = 0; number < questions.size(); number++) {
            rules.addObject().put("record", "question:" + number).put("expr", questions.get(number));
        }

        assertThat(promtool("check", "rules", write("dashboard.yaml", file).toString()))
                .contains("SUCCESS: " + questions.size() + " rules found");
    }

    @Test
    void alerts_fire_when_they_should_and_only_then() throws Exception {
        write("rules.yaml", rules());
        Path cases = folder.resolve("cases.yaml");
        Files.writeString(cases, Repository.read("provisioner/delivery/src/test/resources/chart/alerts.yaml"));

        assertThat(promtool("test", "rules", cases.toString())).contains("SUCCESS");
    }

    private static JsonNode rules() {
        return Chart.object(Monitoring.objects(), "PrometheusRule").path("spec");
    }

    private static ArrayNode group(ObjectNode file, String name) {
        return file.putArray("groups").addObject().put("name", name).putArray("rules");
    }

    private Path write(String name, JsonNode content) throws IOException {
        return Files.writeString(folder.resolve(name), Yaml.text(content));
    }

    private String promtool(String... arguments) throws Exception {
        Optional<Path> tool = found();
        Assumptions.assumeTrue(tool.isPresent(), "Without promtool on the path nobody checks the expressions.");
        Process process = new ProcessBuilder(Stream.concat(Stream.of(tool.get().toString()), Stream.of(arguments))
                        .toList())
                .redirectErrorStream(true)
                .directory(folder.toFile())
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private static Optional<Path> found() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(place -> Path.of(place, TOOL))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
