package io.outputport.provisioner.descriptor.rule;

import static io.outputport.provisioner.descriptor.DescriptorBuilder.aDescriptor;
import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.provisioner.descriptor.DescriptorBuilder;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FingerprintTest {
    private static final DescriptorCheck CHECK = Verdicts.checkFor(Optional.empty());

    @Test
    void layout_and_other_components_do_not_matter() {
        assertThat(of(aDescriptor()))
                .isEqualTo(of(aDescriptor().json()))
                .isEqualTo(of(aDescriptor().workload("name", "Hourly Load")));
    }

    @Test
    void whatever_is_said_of_port_source_or_product_matters() {
        assertThat(of(aDescriptor()))
                .isNotEqualTo(of(aDescriptor().port("description", "Other")))
                .isNotEqualTo(of(aDescriptor().source("specific.viewName", "other")))
                .isNotEqualTo(of(aDescriptor().product("dataProductOwner", "user:bob")));
    }

    @Test
    void values_do_not_run_into_each_other() {
        assertThat(of(aDescriptor().port("a", "1, 2")))
                .isNotEqualTo(of(aDescriptor().port("a", java.util.List.of("1", "2"))));
    }

    @Test
    void a_long_value_matters_to_its_last_character() {
        String text = "a".repeat(100);
        assertThat(of(aDescriptor().port("a", text + "b")))
                .isNotEqualTo(of(aDescriptor().port("a", text + "c")));
    }

    @Test
    void a_value_is_not_mistaken_for_a_field_of_its_neighbour() {
        assertThat(of(aDescriptor().port("a", "x").port("b", "y")))
                .isNotEqualTo(of(aDescriptor().port("a", "x6 text y").port("b", "")));
    }

    private static String of(DescriptorBuilder descriptor) {
        return of(descriptor.yaml());
    }

    private static String of(String text) {
        return ((Outcome.Done<String>) CHECK.read(text, reading -> Outcome.done(reading.fingerprint()))).value();
    }
}
