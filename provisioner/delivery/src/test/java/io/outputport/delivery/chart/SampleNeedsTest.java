package io.outputport.delivery.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.delivery.Repository;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who installs a sample can tell beforehand what has to be there, and has it then. */
class SampleNeedsTest {
    private static final String SECRET = "provisioner-secrets";
    private static final Pattern CHECKED = Pattern.compile("sslmode=verify");
    private static final Pattern AUTHORITY = Pattern.compile("sslrootcert=(/[^\"&]+)/[^\"&/]+");
    private static final List<String> SNOWFLAKE =
            List.of("SNOWFLAKE_HOST", "SNOWFLAKE_USER", "SNOWFLAKE_ROLE", "SNOWFLAKE_WAREHOUSE");

    static Stream<List<Path>> samples() {
        return ChartTest.samples();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void the_readme_names_what_a_sample_takes_from_its_namespace(List<Path> files) {
        List<JsonNode> objects = Chart.renderFiles(files);
        String file = Repository.path("helm").relativize(files.get(0)).toString();
        String sample = file.replace("/tenants.yaml", "");

        String row = Repository.read("helm/README.md")
                .lines()
                .filter(line -> line.startsWith("| [" + sample + "]"))
                .findAny()
                .orElseThrow();

        assertThat(needed(objects))
                .contains(SECRET)
                .allSatisfy(name -> assertThat(row).contains("`" + name + "`"));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_filled_secret_has_every_key_without_which_a_pod_does_not_start(List<Path> files) {
        List<JsonNode> objects = Chart.renderFiles(files);

        assertThat(Yaml.all(Repository.read("helm/sample/external-secrets.yaml")))
                .allSatisfy(filled -> assertThat(filled.at("/spec/data").findValuesAsText("secretKey"))
                        .containsAll(
                                keys(objects, filled.at("/spec/target/name").asText())));
    }

    private static Set<String> keys(List<JsonNode> objects, String secret) {
        return objects.stream()
                .flatMap(object -> object.findValues("secretKeyRef").stream())
                .filter(reference -> reference.path("name").asText().equals(secret))
                // A service that knows a part of a Snowflake account refuses to start.
                .filter(reference -> !reference.path("optional").asBoolean()
                        || SNOWFLAKE.contains(reference.path("key").asText()))
                .map(reference -> reference.path("key").asText())
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_certificate_that_is_checked_has_its_authority_in_every_container_that_connects(List<Path> files) {
        List<JsonNode> objects = Chart.renderFiles(files);
        String all = objects.toString();
        List<String> folders =
                AUTHORITY.matcher(all).results().map(found -> found.group(1)).toList();

        assertThat(folders).hasSameSizeAs(CHECKED.matcher(all).results().toList());
        assertThat(objects)
                .filteredOn(object ->
                        Set.of("Deployment", "Job").contains(object.path("kind").asText()))
                .allSatisfy(object ->
                        assertThat(object.findValuesAsText("mountPath")).containsAll(folders));
    }

    private static Set<String> needed(List<JsonNode> objects) {
        Set<String> made = objects.stream()
                .map(object -> object.at("/metadata/name").asText())
                .collect(Collectors.toSet());
        return objects.stream()
                .flatMap(object -> Stream.of(
                                object.findValues("secretKeyRef").stream()
                                        .filter(reference ->
                                                !reference.path("optional").asBoolean()),
                                object.findValues("configMap").stream(),
                                object.findValues("secret").stream())
                        .flatMap(references -> references))
                .flatMap(SampleNeedsTest::names)
                .filter(name -> !made.contains(name))
                .collect(Collectors.toSet());
    }

    private static Stream<String> names(JsonNode reference) {
        return Stream.of(reference.path("name"), reference.path("secretName"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText);
    }
}
