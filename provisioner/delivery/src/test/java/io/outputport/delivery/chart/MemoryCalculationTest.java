package io.outputport.delivery.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.delivery.Repository;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The image's options and the chart's limit come from one calculation: all that the JVM may take, each part bounded by an
 * option or measured, is no more than the container may have. The benchmark {@code siege} holds the sum against what a
 * process really took.
 */
class MemoryCalculationTest {
    /** Classes, class data, threads, symbols and the compiler, as native memory tracking showed them, in MiB. */
    private static final int MEASURED = 120;

    private final String options = Repository.read("provisioner/foundation/src/main/image/jvm.options");
    private final String limit = Yaml.one(Repository.read("helm/values.yaml"))
            .at("/resources/limits/memory")
            .asText();

    @Test
    void the_parts_fit_the_chart_s_limit() {
        int all = mebibytes(limit);
        int heap = all * option("-XX:MaxRAMPercentage=(\\d+)") / 100;
        int rest = option("-XX:MaxDirectMemorySize=(\\d+)m") + option("-XX:ReservedCodeCacheSize=(\\d+)m") + MEASURED;

        assertThat(heap + rest).isLessThanOrEqualTo(all);
        assertThat(Repository.read("docs/operations.md"))
                .as("the table of the memory")
                .contains(
                        "| heap | `MaxRAMPercentage=50` | " + heap + " MiB |",
                        "| left over | | " + (all - heap - rest) + " MiB |");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/sharingServer"})
    void nothing_is_promised_that_the_node_may_not_have(String program) {
        JsonNode resources = Yaml.one(Repository.read("helm/values.yaml")).at(program + "/resources");

        assertThat(resources.at("/requests/memory").asText())
                .isNotEmpty()
                .isEqualTo(resources.at("/limits/memory").asText());
    }

    @Test
    void all_images_start_with_the_same_options() {
        assertThat(Repository.read("provisioner/Dockerfile").split("\"@/app/jvm.options\"", -1))
                .hasSize(3);
        assertThat(Repository.read("provisioner/service/pom.xml")).contains("<arg>@/app/jvm.options</arg>");
    }

    private int option(String pattern) {
        Matcher found = Pattern.compile("^" + pattern + "$", Pattern.MULTILINE).matcher(options);
        assertThat(found.find()).as(pattern).isTrue();
        return Integer.parseInt(found.group(1));
    }

    private static int mebibytes(String quantity) {
        assertThat(quantity).endsWith("Mi");
        return Integer.parseInt(quantity.replace("Mi", ""));
    }
}
