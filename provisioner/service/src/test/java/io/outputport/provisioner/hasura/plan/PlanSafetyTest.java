package io.outputport.provisioner.hasura.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.provisioner.hasura.plan.entry.ActualMetadata;
import io.outputport.provisioner.hasura.plan.entry.ActualSource;
import io.outputport.provisioner.hasura.plan.entry.ActualTable;
import io.outputport.provisioner.hasura.plan.wanted.PortIdentity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whose access a plan may touch, and how far a failure sets it back. */
class PlanSafetyTest {
    private static final String ROLE = "health_shots_0_hop_role";
    private static final String PREFIX = "health_shots_0_hop_";
    private static final PortIdentity PORT =
            new PortIdentity("urn:hop", Optional.of(ROLE), List.of(PREFIX), Optional.empty());

    @Test
    void removing_a_port_that_was_refused_leaves_the_port_alone_that_has_its_names() {
        Actual actual = new Actual(Optional.empty(), Optional.of("urn:somebody-else"), Optional.of(metadata()));

        assertThat(Plans.unprovision(PORT, actual)).isEmpty();
    }

    @Test
    void removing_a_port_that_the_role_mapper_does_not_know_clears_hasura() {
        Actual actual = new Actual(Optional.empty(), Optional.empty(), Optional.of(metadata()));

        assertThat(Plans.unprovision(PORT, actual))
                .hasValueSatisfying(plan ->
                        assertThat(plan.plan().steps()).singleElement().isInstanceOf(HasuraStep.ChangeHasura.class));
    }

    @Test
    void a_failure_leaves_the_fields_that_the_role_sees_streams_too() {
        Set<String> visible = Set.of(PREFIX + "select", PREFIX + "stream", "theirs");

        assertThat(settled(Optional.of(visible))).containsExactlyInAnyOrder(PREFIX + "select", PREFIX + "stream");
    }

    @Test
    void a_failure_locks_nobody_out_where_the_role_may_not_ask_what_it_sees() {
        assertThat(settled(Optional.empty()))
                .contains(PREFIX + "select", PREFIX + "stream")
                .hasSize(4);
    }

    @Test
    void a_failure_leaves_the_role_as_it_is_while_the_source_is_down() {
        assertThat(settlement(metadata(), Optional.of(Set.of("no_queries_available"))))
                .isEmpty();
    }

    @Test
    void a_failure_takes_all_fields_from_a_role_whose_port_is_not_there() {
        assertThat(settlement(new ActualMetadata(7, List.of()), Optional.of(Set.of())))
                .hasValueSatisfying(step -> assertThat(step.rootFields()).isEmpty());
    }

    private static List<String> settled(Optional<Set<String>> visible) {
        return settlement(metadata(), visible)
                .map(HasuraStep.PutRole::rootFields)
                .orElseThrow();
    }

    private static Optional<HasuraStep.PutRole> settlement(ActualMetadata metadata, Optional<Set<String>> visible) {
        return Plans.settle(
                PORT, new Actual(Optional.of(ROLE), Optional.of("urn:hop"), Optional.of(metadata)), visible);
    }

    /** One source with one table, which carries the port's names and its role's permission. */
    private static ActualMetadata metadata() {
        ObjectNode entry = entry();
        ActualTable table = new ActualTable(
                entry.path("table"), Optional.of(PREFIX + "table"), Map.of(), Set.of(ROLE), List.of(), () -> entry);
        JsonNode configuration = MissingNode.getInstance();
        return new ActualMetadata(7, List.of(new ActualSource("s", "postgres", configuration, false, List.of(table))));
    }

    private static ObjectNode entry() {
        try {
            return (ObjectNode) new ObjectMapper().readTree("""
                    {"table":{"schema":"health","name":"shots"},
                     "configuration":{"custom_name":"%1$stable","custom_root_fields":{"select":"%1$sselect",
                         "select_by_pk":"%1$sby_pk","select_aggregate":"%1$sagg","select_stream":"%1$sstream"}},
                     "select_permissions":[{"role":"%1$srole","permission":{"columns":"*","filter":{}}}]}""".formatted(PREFIX));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
