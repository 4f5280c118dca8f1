package io.outputport.provisioner.hasura.plan.wanted;

import static io.outputport.provisioner.hasura.plan.entry.RootField.SELECT;
import static io.outputport.provisioner.hasura.plan.entry.WantedPortBuilder.aPort;
import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.provisioner.hasura.plan.entry.RootField;
import org.junit.jupiter.api.Test;

class ShortfallsTest {
    private static final String PREFIX = "There will be no healthcare_vaccinations_0_hop_";

    @Test
    void every_field_that_will_not_be_there_is_named_with_its_reason() {
        assertThat(Shortfalls.of(aPort().offering(SELECT).build()))
                .containsExactly(
                        PREFIX + "by_pk: the source has no primary key whose columns consumers may read (a view never"
                                + " has one).",
                        PREFIX + "agg: specific.allowAggregations is false.",
                        PREFIX + "stream: consumers cannot subscribe through the role mapper's webhook.");
    }

    @Test
    void a_port_that_gets_all_of_its_fields_is_told_nothing() {
        assertThat(Shortfalls.of(aPort().offering(RootField.values()).build())).isEmpty();
    }
}
