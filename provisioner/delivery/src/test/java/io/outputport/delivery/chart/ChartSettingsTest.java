package io.outputport.delivery.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.delivery.Repository;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Chart and service mean the same settings: none that the service does not read, none that cannot be set. */
class ChartSettingsTest {
    /** Belongs to the JVM, not to the service. */
    private static final String JVM = "JDK_JAVA_OPTIONS";
    /** Read by its SDK, as its own documentation says. */
    private static final String OPENTELEMETRY = "OTEL_";
    /**
     * The container's own port, address and folder; another value would not fit the rest of the chart. And a secret that
     * only the command line reads.
     */
    private static final Set<String> FIXED =
            Set.of("PROVISIONER_PORT", "PROVISIONER_HOST", "PROVISIONER_TOKEN", "TASK_DB_IN_MEMORY");

    @Test
    void every_variable_that_the_chart_sets_is_a_setting_of_the_service() {
        assertThat(variables()).contains("HASURA_URL", JVM, "SNOWFLAKE_TOKEN");
        assertThat(variables())
                .filteredOn(name -> !name.equals(JVM) && !name.startsWith(OPENTELEMETRY))
                .isSubsetOf(Settings.all());
    }

    @Test
    void every_secret_of_the_service_can_come_from_a_secret_of_the_cluster() {
        assertThat(Settings.secrets()).hasSizeGreaterThan(5).isSubsetOf(variables());
    }

    @Test
    void every_other_setting_has_a_value_of_its_own_or_is_taken_by_provisioner_settings() {
        Set<String> own = variables();
        Set<String> further = SettingsOfTheSchema.read();

        assertThat(Settings.open())
                .allSatisfy(name -> assertThat(name)
                        .as("%s has to be accepted by provisioner.settings: run the test with -Dwrite=true", name)
                        .matches(any -> own.contains(any) || further.contains(any) || FIXED.contains(any)));
    }

    @Test
    void provisioner_settings_takes_settings_only_and_none_that_the_chart_sets_itself() {
        Set<String> wanted = new TreeSet<>(Settings.open());
        wanted.removeAll(variables());
        wanted.removeAll(FIXED);
        wanted.add("LOG_FORMAT");

        SettingsOfTheSchema.hold(wanted);
    }

    /** With all switches thrown that bring variables. */
    private static Set<String> variables() {
        List<JsonNode> objects =
                Chart.render(Repository.read("provisioner/delivery/src/test/resources/chart/all.yaml"));
        Set<String> names = new TreeSet<>();
        Chart.object(objects, "ConfigMap").path("data").fieldNames().forEachRemaining(names::add);
        Chart.object(objects, "Deployment")
                .at("/spec/template/spec/containers/0/env")
                .forEach(variable -> names.add(variable.path("name").asText()));
        return names;
    }
}
