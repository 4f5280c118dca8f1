package io.outputport.delivery.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.outputport.delivery.Repository;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every line of every job runs something that is there: a file of the repository, or a tool of the job's image. */
class PipelineTest {
    private static final Set<String> SHELL = Set.of("echo", "test", "cat");
    /** What the images bring along, by the beginning of their names. */
    private static final Map<String, Set<String>> TOOLS = Map.of(
            "maven:", Set.of("mvn", "bash"),
            "koalaman/shellcheck-alpine:", Set.of("shellcheck"),
            "zricethezav/gitleaks:", Set.of("gitleaks"),
            "aquasec/trivy:", Set.of("trivy"),
            "quay.io/buildah/stable:", Set.of("buildah", "dnf"),
            "ghcr.io/sigstore/cosign/cosign:", Set.of("cosign"),
            "alpine/helm:", Set.of("helm"),
            "registry.gitlab.com/gitlab-org/cli:", Set.of("glab"));

    private static final Pattern OWN_FILE = Pattern.compile("(?:\\.ci|provisioner|helm|docs)(?:/[\\w.-]+)*");

    private final JsonNode pipeline = yaml(".gitlab-ci.yml");

    @Test
    void every_command_is_a_tool_of_its_image() {
        for (JsonNode job : jobs()) {
            Set<String> tools = tools(image(job));
            for (String line : lines(job)) {
                assertThat(commands(line))
                        .as(line)
                        .allMatch(command -> SHELL.contains(command) || tools.contains(command));
            }
        }
    }

    @Test
    void every_file_that_a_command_names_is_in_the_repository() {
        List<String> files = jobs().stream()
                .flatMap(job -> lines(job).stream())
                .flatMap(line -> OWN_FILE.matcher(line).results())
                .map(found -> found.group())
                // Not before a build.
                .filter(file -> !file.contains("/target"))
                .toList();

        assertThat(files).contains(".ci/run", "provisioner", "helm");
        assertThat(files).allSatisfy(file -> assertThat(Repository.path(file)).exists());
    }

    @Test
    void the_pipeline_runs_what_a_contributor_runs() {
        assertThat(lines(pipeline.path("verify"))).containsExactly("bash .ci/run");
        assertThat(Repository.read("docs/contributing.md")).contains("`.ci/run`");
    }

    @Test
    void the_gate_of_coverage_is_there_and_named() {
        assertThat(Repository.read("provisioner/service/pom.xml"))
                .contains("<minimum>${coverage.least}</minimum>")
                .containsPattern("<coverage.least>0\\.(8[5-9]|9\\d)</coverage.least>");
        assertThat(Repository.read(".gitlab-ci.yml")).contains("coverage.least");
    }

    @Test
    void no_image_is_taken_as_it_happens_to_be() {
        assertThat(jobs())
                .allSatisfy(job -> assertThat(image(job)).matches(".+:.*\\d.*").doesNotContain("latest"));
    }

    @Test
    void the_chart_takes_the_images_that_are_published_here() {
        List<String> published = pipeline.at("/.programs/parallel/matrix").findValuesAsText("PROGRAM");
        JsonNode values = yaml("helm/values.yaml");

        assertThat(pipeline.path("image-build").toString()).contains("$CI_REGISTRY_IMAGE/$PROGRAM:");
        assertThat(Stream.of(values, values.path("sharingServer"))
                        .map(program -> program.at("/image/repository").asText().replaceAll(".*/", "")))
                .containsExactlyElementsOf(published);
    }

    @Test
    void what_a_job_needs_is_a_job() {
        assertThat(jobs())
                .allSatisfy(job -> job.path("needs")
                        .forEach(needed ->
                                assertThat(pipeline.has(needed.asText())).isTrue()));
    }

    private List<JsonNode> jobs() {
        List<JsonNode> jobs = new ArrayList<>();
        pipeline.forEach(entry -> {
            if (entry.has("script")) {
                jobs.add(entry);
            }
        });
        assertThat(jobs).hasSizeGreaterThan(8);
        return jobs;
    }

    private String image(JsonNode job) {
        JsonNode image = job.has("image")
                ? job.path("image")
                : pipeline.path(job.path("extends").asText()).path("image");
        return image.isObject() ? image.path("name").asText() : image.asText();
    }

    private static Set<String> tools(String image) {
        return TOOLS.entrySet().stream()
                .filter(known -> image.startsWith(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing is known of the image " + image));
    }

    private static List<String> lines(JsonNode job) {
        List<String> lines = new ArrayList<>();
        job.path("before_script").forEach(line -> lines.add(line.asText()));
        job.path("script").forEach(line -> lines.add(line.asText()));
        return lines;
    }

    private static List<String> commands(String line) {
        return Pattern.compile("\\|\\||&&|\\||;")
                .splitAsStream(line)
                .map(part -> part.strip().split("\\s+")[0])
                .toList();
    }

    private static JsonNode yaml(String file) {
        try {
            return new ObjectMapper(new YAMLFactory()).readTree(Repository.read(file));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
