package io.outputport.provisioner.flow;

import static io.outputport.provisioner.descriptor.DescriptorBuilder.PORT_ID;
import static io.outputport.provisioner.descriptor.DescriptorBuilder.PREFIX;
import static io.outputport.provisioner.descriptor.DescriptorBuilder.aDescriptor;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.provisioner.flow.access.Access;
import io.outputport.provisioner.flow.order.StoredOrder;
import io.outputport.provisioner.flow.validation.World;
import io.outputport.provisioner.port.people.People;
import io.outputport.provisioner.port.people.Standing;
import io.outputport.provisioner.port.plan.Step;
import io.outputport.provisioner.task.Operation;
import io.outputport.provisioner.task.Task;
import io.outputport.provisioner.task.TaskResult;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An output port comes to life. */
class ProvisionTest {
    private final World world = new World();
    private final Access access = world.access();

    @Test
    void a_new_port_is_shut_before_it_is_tracked_and_opened_when_it_is_seen() {
        world.withSource();

        provisioned(aDescriptor().yaml());

        assertThat(world.steps).extracting(Step::phase).containsExactly("role", "access", "hasura", "confirm", "role");
        assertThat(access.standing(PORT_ID, People.NOBODY).map(Standing::isClosed))
                .as("in the register")
                .isEqualTo(Outcome.done(false));
    }

    @Test
    void it_says_what_it_is_served_as() throws IOException {
        world.withSource();
        world.linkedTo(URI.create("https://graphql.example.com/v1/graphql"), URI.create("https://console.example.com"));

        TaskResult result = provisioned(aDescriptor().yaml());

        assertThat(result.sentence())
                .isEqualTo("Output port " + PORT_ID + " is served as " + PREFIX + "select, " + PREFIX + "aggregate.");
        assertThat(world.log).startsWith("The source has energy.daily_readings with 3 columns.");
        JsonNode told = new ObjectMapper().readTree(result.info());
        assertThat(told.path("publicInfo").fieldNames())
                .toIterable()
                .containsExactly("graphqlEndpoint", "select", "selectAggregate", "role", "sampleQuery", "console");
        assertThat(told.at("/publicInfo/graphqlEndpoint/href").asText())
                .isEqualTo("https://graphql.example.com/v1/graphql");
        assertThat(told.at("/publicInfo/sampleQuery/value").asText())
                .isEqualTo("query { " + PREFIX + "select(limit: 10) { meter day kwh } }");
        assertThat(told.at("/privateInfo/roleId").asText()).isEqualTo(World.ROLE);
        assertThat(told.at("/privateInfo/table").asText()).isEqualTo("energy.daily_readings");
    }

    @Test
    void links_that_nobody_set_are_not_made_up() {
        world.withSource();

        TaskResult result = provisioned(aDescriptor().yaml());

        assertThat(result.info()).doesNotContain("href", "graphqlEndpoint", "console");
    }

    @Test
    void a_descriptor_that_is_wrong_changes_nothing() {
        world.withSource();

        Outcome<TaskResult> outcome = provision(aDescriptor().yaml().replace(PREFIX + "select", "orders_select"));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Stopped.class,
                        stopped -> assertThat(stopped.problems().toString()).contains("name-prefix"));
        assertThat(world.steps).isEmpty();
        assertThat(access.standing(PORT_ID, People.NOBODY).map(Standing::isClosed))
                .as("in the register")
                .isEqualTo(Outcome.done(false));
    }

    @Test
    void while_a_neighbour_is_down_it_is_for_later_and_nothing_is_changed() {
        world.withSource();
        Problem down = Problem.of(new ProblemCode("down"), "The role mapper is down.");
        world.answering(Outcome.later(Duration.ofSeconds(7), down));

        Outcome<TaskResult> outcome = provision(aDescriptor().yaml());

        assertThat(outcome).isEqualTo(Outcome.later(Duration.ofSeconds(7), down));
        assertThat(world.steps).isEmpty();
    }

    @Test
    void given_up_it_is_taken_out_of_the_wave_and_nobody_keeps_what_the_port_did_not_get() {
        world.serving();

        Outcome<?> outcome = world.provision(access)
                .abandon(
                        task(aDescriptor().yaml()),
                        List.of(Problem.of(new ProblemCode("down"), "It is down.")),
                        world.progress);

        assertThat(outcome.isDone()).isTrue();
        assertThat(world.steps).extracting(Step::phase).containsExactly("role");
    }

    private TaskResult provisioned(String descriptor) {
        Outcome<TaskResult> outcome = provision(descriptor);
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<TaskResult>) outcome).value();
    }

    private Outcome<TaskResult> provision(String descriptor) {
        return world.provision(access).handle(task(descriptor), world.progress);
    }

    private static Task task(String descriptor) {
        return World.task(Operation.PROVISION, new StoredOrder("COMPONENT_DESCRIPTOR", descriptor, false, List.of()));
    }
}
