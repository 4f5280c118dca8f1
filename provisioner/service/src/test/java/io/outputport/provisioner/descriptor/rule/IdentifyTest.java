package io.outputport.provisioner.descriptor.rule;

import static io.outputport.provisioner.descriptor.DescriptorBuilder.PORT_ID;
import static io.outputport.provisioner.descriptor.DescriptorBuilder.PREFIX;
import static io.outputport.provisioner.descriptor.DescriptorBuilder.aDescriptor;
import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.provisioner.descriptor.model.RemovalDescriptor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifyTest {
    private static final DescriptorCheck CHECK = Verdicts.checkFor(Optional.of("production"));

    @Test
    void a_port_that_breaks_every_rule_can_still_be_removed() {
        String text = aDescriptor()
                .port("specific", List.of())
                .port("kind", "workload")
                .port("dependsOn", null)
                .yaml();

        assertThat(CHECK.identify(text)).satisfies(IdentifyTest::isKnown);
    }

    @Test
    void the_component_is_spelled_as_it_spells_itself() {
        String text = aDescriptor()
                .root("componentIdToProvision", PORT_ID.toUpperCase(Locale.ROOT))
                .json();

        assertThat(CHECK.identify(text)).satisfies(IdentifyTest::isKnown);
    }

    @Test
    void the_component_is_enough() {
        assertThat(CHECK.identify("componentIdToProvision: urn:x"))
                .isEqualTo(Outcome.done(new RemovalDescriptor("urn:x", Optional.empty(), List.of(), Optional.empty())));
    }

    @Test
    void there_is_no_prefix_that_could_be_anybodys() {
        String text = aDescriptor().product("name", "???").yaml();

        assertThat(CHECK.identify(text))
                .satisfies(found -> assertThat(removal(found).prefixes()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a: [", "dataProduct: {}", "componentIdToProvision: []", "componentIdToProvision: \"a\\0\""})
    void without_a_component_there_is_nothing_to_remove(String text) {
        assertThat(CHECK.identify(text).isDone()).isFalse();
    }

    private static void isKnown(Outcome<RemovalDescriptor> found) {
        RemovalDescriptor port = removal(found);

        assertThat(port.component()).isEqualTo(PORT_ID);
        assertThat(port.prefixes()).startsWith(PREFIX);
        assertThat(port.prefixes()).containsExactly(PREFIX);
        assertThat(port.product()).isPresent();
    }

    private static RemovalDescriptor removal(Outcome<RemovalDescriptor> found) {
        assertThat(found.isDone()).isTrue();
        return ((Outcome.Done<RemovalDescriptor>) found).value();
    }
}
