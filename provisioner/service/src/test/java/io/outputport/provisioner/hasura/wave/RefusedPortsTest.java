package io.outputport.provisioner.hasura.wave;

import static io.outputport.provisioner.hasura.plan.entry.WantedPortBuilder.aPort;
import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.provisioner.hasura.plan.MetadataChange;
import io.outputport.provisioner.hasura.plan.entry.WantedPortBuilder;
import io.outputport.provisioner.hasura.plan.wanted.WantedPort;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whom a refusal names. */
class RefusedPortsTest {
    private static final MetadataChange ONE = wanted(aPort().named("one"));
    private static final MetadataChange TWO = wanted(aPort().named("two"));
    private static final MetadataChange THREE = wanted(aPort().named("three"));

    @Test
    void the_owner_of_a_field() {
        assertThat(in("Encountered conflicting definitions in the selection set for 'query_root' for field"
                        + " 'healthcare_vaccinations_0_two_select' defined in [table a, table b]."))
                .containsExactly(TWO);
    }

    @Test
    void the_owners_of_several_fields() {
        assertThat(in("… for fields: ['healthcare_vaccinations_0_one_table' defined in [x, y],"
                        + " 'healthcare_vaccinations_0_three_agg' defined in [x, z]]."))
                .containsExactly(ONE, THREE);
    }

    @Test
    void nobody_whose_name_is_only_the_beginning_of_another() {
        assertThat(in("for field 'healthcare_vaccinations_0_one_table_of_others' defined in [x, y]"))
                .isEmpty();
    }

    private static List<MetadataChange> in(String refusal) {
        return RefusedPorts.in(refusal, List.of(ONE, TWO, THREE));
    }

    private static MetadataChange wanted(WantedPortBuilder port) {
        WantedPort wanted = port.build();
        return new MetadataChange(wanted.identity(), port.role(), Optional.of(wanted));
    }
}
