package io.outputport.delivery.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.outputport.delivery.Repository;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Run by .ci/components after it has listed the components: each may be used under a licence that we allow. */
class AllowedLicences {
    private static final Set<String> ALLOWED = Set.of(
            "Apache-2.0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "Bouncy Castle Licence",
            "EPL 1.0",
            "EPL-2.0",
            "MIT",
            "MIT-0");

    @ParameterizedTest
    @ValueSource(strings = {"service", "sharing"})
    void every_component_of_a_program_has_one_of_them(String module) throws IOException {
        String target = "provisioner/" + module + "/target/";
        JsonNode components = new ObjectMapper()
                .readTree(Repository.read(target + "bom.json"))
                .path("components");

        List<String> report = new ArrayList<>();
        components.forEach(component ->
                report.add(component.path("purl").asText() + "  " + String.join(" | ", licences(component))));
        Repository.write(target + "licences.txt", String.join("\n", report) + "\n");

        assertThat(components)
                .hasSizeGreaterThan(50)
                .allSatisfy(component -> assertThat(licences(component))
                        .as("%s", component.path("purl").asText())
                        .containsAnyElementsOf(ALLOWED));
    }

    /** Several are a choice. */
    private static List<String> licences(JsonNode component) {
        List<String> names = new ArrayList<>();
        component.path("licenses").forEach(entry -> {
            names.add(entry.at("/license/id").asText());
            names.add(entry.at("/license/name").asText());
        });
        names.removeIf(String::isEmpty);
        return names;
    }
}
