package io.outputport.foundation.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OwnSettingsOnlyTest {
    @Test
    void a_variable_that_is_set_to_nothing_is_not_set_for_the_sdk_either() {
        OwnSettingsOnly own = new OwnSettingsOnly(Map.of("traces.exporter", "otlp"));

        assertThat(own.properties(Set.of("OTEL_TRACES_SAMPLER", "OTEL_TRACES_EXPORTER", "PATH")))
                .containsEntry("otel.traces.sampler", null)
                .containsEntry("otel.traces.exporter", "otlp")
                .hasSize(2);
    }
}
