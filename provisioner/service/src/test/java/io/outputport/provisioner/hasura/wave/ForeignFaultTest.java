package io.outputport.provisioner.hasura.wave;

import static io.outputport.provisioner.hasura.plan.entry.WantedPortBuilder.aPort;
import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.provisioner.hasura.plan.MetadataChange;
import io.outputport.provisioner.hasura.plan.wanted.WantedPort;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whose fault it is that Hasura cannot build its schema. */
class ForeignFaultTest {
    private static final WantedPort PORT = aPort().named("one").build();
    private static final MetadataChange CHANGE =
            new MetadataChange(PORT.identity(), aPort().named("one").role(), Optional.of(PORT));

    @Test
    void a_constraint_or_type_that_no_port_holds_is_another_s() {
        assertThat(in("cannot include \"UK-1\" in the GraphQL schema because it is not a valid GraphQL identifier"))
                .contains(new ForeignFault("UK-1"));
        assertThat(in("Hasura refused (validation-failed): cannot use SQL type \"order-status\" in the GraphQL schema"))
                .contains(new ForeignFault("order-status"));
    }

    @Test
    void a_name_of_the_port_s_own_is_its_fault() {
        String column = PORT.columns().real().iterator().next();

        assertThat(in("cannot include \"" + column + "\" in the GraphQL schema"))
                .isEmpty();
        assertThat(in("cannot include \"" + PORT.names().customTableName() + "\" in the GraphQL schema"))
                .isEmpty();
    }

    @Test
    void another_refusal_says_nothing_of_others() {
        assertThat(in("Inconsistent object: no such table/view exists in source: \"x\""))
                .isEmpty();
    }

    private static Optional<ForeignFault> in(String refusal) {
        return ForeignFault.in(refusal, List.of(CHANGE));
    }
}
