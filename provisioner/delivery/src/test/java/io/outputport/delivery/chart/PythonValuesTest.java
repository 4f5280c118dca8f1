package io.outputport.delivery.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.delivery.Repository;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who comes from the Python provisioner keeps the values file and the Secret. */
class PythonValuesTest {
    private static final String VALUES =
            Repository.read("provisioner/delivery/src/test/resources/chart/python-values.yaml");
    private static final List<String> KEYS = List.of(
            "HASURA_ADMIN_SECRET",
            "SNOWFLAKE_HOST",
            "SNOWFLAKE_USER",
            "SNOWFLAKE_PASSWORD",
            "SNOWFLAKE_WAREHOUSE",
            "SNOWFLAKE_ROLE");

    @Test
    void the_old_values_file_is_taken_as_it_is() {
        List<JsonNode> objects = Chart.render(VALUES);

        assertThat(objects)
                .allSatisfy(object ->
                        assertThatCode(() -> KubernetesTypes.read(object)).doesNotThrowAnyException());
        JsonNode settings = Chart.object(objects, "ConfigMap").path("data");
        assertThat(settings.path("HASURA_URL").asText()).isEqualTo("http://hasura.hasura:8080");
        assertThat(settings.path("HASURA_TIMEOUT").asText()).isEqualTo("30");
        assertThat(settings.path("ROLE_MAPPER_TIMEOUT").asText()).isEqualTo("60");
    }

    @Test
    void all_keys_of_the_old_secret_are_used_and_no_other_is_required() {
        Map<String, String> required = new TreeMap<>();
        Map<String, String> optional = new TreeMap<>();
        for (JsonNode variable : container().path("env")) {
            JsonNode key = variable.at("/valueFrom/secretKeyRef");
            (key.path("optional").asBoolean() ? optional : required)
                    .put(key.path("key").asText(), key.path("name").asText());
            assertThat(key.path("key")).isEqualTo(variable.path("name"));
        }

        assertThat(KEYS).isSubsetOf(union(required, optional)).containsAll(required.keySet());
        assertThat(required.values()).containsOnly("witboost-addons-secrets");
        assertThat(optional.values()).containsOnly("witboost-addons-secrets");
    }

    @Test
    void a_probe_of_its_own_takes_the_place_of_ours_and_an_empty_one_does_not() {
        assertThat(container().at("/readinessProbe/tcpSocket/port").asInt()).isEqualTo(5002);
        assertThat(container().path("readinessProbe").has("httpGet")).isFalse();
        assertThat(container().at("/livenessProbe/httpGet/path").asText()).isEqualTo("/health/liveness");
    }

    @Test
    void the_old_security_context_does_not_take_away_from_the_new_one() {
        assertThat(container().at("/securityContext/readOnlyRootFilesystem").asBoolean())
                .isTrue();
    }

    private static List<String> union(Map<String, String> some, Map<String, String> others) {
        return Stream.concat(some.keySet().stream(), others.keySet().stream()).toList();
    }

    private static JsonNode container() {
        return Chart.object(Chart.render(VALUES), "Deployment").at("/spec/template/spec/containers/0");
    }
}
