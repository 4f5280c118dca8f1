package io.outputport.delivery.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.delivery.Repository;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Chart and programs mean the same settings: none that a program does not read, none that cannot be set. */
class ChartSettingsTest {
    /** Belongs to the JVM, not to a program. */
    private static final String JVM = "JDK_JAVA_OPTIONS";
    /** Read by its SDK, as its own documentation says. */
    private static final String OPENTELEMETRY = "OTEL_";

    /** A program of the chart, with all switches thrown that bring variables. */
    enum Program {
        /** Its own port, address and folder; another value would not fit the rest of the chart. And a secret of the command line. */
        PROVISIONER(
                "provisioner",
                Settings.ofProvisioner(),
                Set.of("PROVISIONER_PORT", "PROVISIONER_HOST", "PROVISIONER_TOKEN", "TASK_DB_IN_MEMORY")),
        SHARING_SERVER(
                "sharingServer",
                Settings.ofSharingServer(),
                Set.of("SHARING_PORT", "SHARING_HOST", "SHARING_DB_IN_MEMORY"));

        private final String group;
        private final Settings settings;
        private final Set<String> fixed;
        private final List<JsonNode> objects =
                Chart.render(Repository.read("provisioner/delivery/src/test/resources/chart/all.yaml"));

        Program(String group, Settings settings, Set<String> fixed) {
            this.group = group;
            this.settings = settings;
            this.fixed = fixed;
        }

        private Set<String> variables() {
            List<JsonNode> own = this == PROVISIONER ? Chart.provisioner(objects) : Chart.sharingServer(objects);
            Set<String> names = new TreeSet<>();
            Chart.object(own, "ConfigMap").path("data").fieldNames().forEachRemaining(names::add);
            Chart.object(own, "Deployment")
                    .at("/spec/template/spec/containers/0/env")
                    .forEach(variable -> names.add(variable.path("name").asText()));
            return names;
        }
    }

    /** An operator ends their names. */
    private static final Pattern OF_A_STORAGE = Pattern.compile("SHARING_STORAGE_LAKE.*");

    @ParameterizedTest
    @EnumSource
    void every_variable_that_the_chart_sets_is_a_setting_of_the_program(Program program) {
        assertThat(program.variables())
                .contains(JVM, "API_TOKENS_FILE")
                .filteredOn(name -> !name.equals(JVM)
                        && !name.startsWith(OPENTELEMETRY)
                        && !OF_A_STORAGE.matcher(name).matches())
                .isSubsetOf(program.settings.all());
    }

    @ParameterizedTest
    @EnumSource
    void every_secret_of_a_program_can_come_from_a_secret_of_the_cluster(Program program) {
        assertThat(program.settings.secrets()).hasSizeGreaterThan(2).isSubsetOf(program.variables());
    }

    @ParameterizedTest
    @EnumSource
    void every_other_setting_has_a_value_of_its_own_or_is_taken_by_settings(Program program) {
        Set<String> own = program.variables();
        Set<String> further = new SettingsOfTheSchema(program.group).read();

        assertThat(program.settings.open())
                .allSatisfy(name -> assertThat(name)
                        .as("%s has to be accepted by settings: run the test with -Dwrite=true", name)
                        .matches(any -> own.contains(any) || further.contains(any) || program.fixed.contains(any)));
    }

    @ParameterizedTest
    @EnumSource
    void settings_takes_settings_only_and_none_that_the_chart_sets_itself(Program program) {
        Set<String> wanted = new TreeSet<>(program.settings.open());
        wanted.removeAll(program.variables());
        wanted.removeAll(program.fixed);
        wanted.add("LOG_FORMAT");

        new SettingsOfTheSchema(program.group).hold(wanted);
    }
}
