package io.outputport.delivery.chart;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The strictness that the chart's other tests rely on. */
class KubernetesTypesTest {
    private static final String SERVICE = "apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec:\n  ";

    @Test
    void a_right_object_is_read() {
        assertThatCode(() -> KubernetesTypes.read(Yaml.one(SERVICE + "ports: [{port: 80, targetPort: http}]")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "port: [{port: 80}]",
                "ports: [{port: 80, targtPort: http}]",
                "ports: [{port: eighty}]",
                "ports: [{port: '80'}]",
                "ports: {port: 80}",
                "selector: {a: 1}",
                "selector: {a: true}",
                "type: 1"
            })
    void an_unknown_field_and_a_wrong_type_are_refused(String spec) {
        assertThatThrownBy(() -> KubernetesTypes.read(Yaml.one(SERVICE + spec)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("v1/Service: ");
    }
}
