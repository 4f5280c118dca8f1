package io.outputport.provisioner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outputport.foundation.start.FailedStart;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The telemetry SDK's own complaints are told like those of every other setting: by name, and without the value. */
class TelemetryRefusalTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "OTEL_EXPORTER_OTLP_HEADERS|api-key: not-for-the-log|; write name=value, several separated by commas",
                "OTEL_EXPORTER_OTLP_TRACES_HEADERS|not-for-the-log|; write name=value, several separated by commas",
                "OTEL_RESOURCE_ATTRIBUTES|not-for-the-log|; write name=value, several separated by commas",
                "OTEL_TRACES_SAMPLER|not-for-the-log|; write for example parentbased_traceidratio",
                "OTEL_TRACES_EXPORTER|not-for-the-log|''",
                "OTEL_PROPAGATORS|not-for-the-log|''",
                "OTEL_BSP_MAX_QUEUE_SIZE|not-for-the-log|''"
            })
    void a_value_that_the_sdk_refuses_is_told_by_its_name(String name, String value, String form) {
        assertThatThrownBy(() ->
                        TestingServer.with(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:1", name, value)))
                .satisfies(failure -> assertThat(FailedStart.of(failure))
                        .isEqualTo(new FailedStart(
                                2, "Cannot start: OpenTelemetry does not accept the value of " + name + form + ".")));
    }

    @ParameterizedTest
    @CsvSource({
        "OTEL_EXPORTER_OTLP_ENDPOINT, not-for-the-log",
        "OTEL_EXPORTER_OTLP_ENDPOINT, not-for-the-log://collector"
    })
    void an_endpoint_that_is_no_address_is_told(String name, String value) {
        assertThatThrownBy(() -> TestingServer.with(Map.of(name, value)))
                .satisfies(failure -> assertThat(FailedStart.of(failure).sentence())
                        .startsWith("Cannot start: OpenTelemetry does not accept the value of " + name)
                        .doesNotContain("not-for-the-log"))
                .satisfies(failure ->
                        assertThat(FailedStart.of(failure).exitCode()).isEqualTo(2));
    }

    @Test
    void a_sentence_of_the_sdk_that_names_no_property_leads_to_the_variables_that_are_set() {
        assertThatThrownBy(() -> TestingServer.with(Map.of(
                        "OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:1",
                        "OTEL_TRACES_SAMPLER", "traceidratio",
                        "OTEL_TRACES_SAMPLER_ARG", "7")))
                .satisfies(failure -> assertThat(FailedStart.of(failure))
                        .isEqualTo(new FailedStart(
                                2,
                                "Cannot start: OpenTelemetry does not accept the value of one of"
                                        + " OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_TRACES_SAMPLER,"
                                        + " OTEL_TRACES_SAMPLER_ARG.")));
    }
}
