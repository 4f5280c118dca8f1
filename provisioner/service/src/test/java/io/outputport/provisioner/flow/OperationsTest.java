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
import io.outputport.provisioner.hasura.metadata.Export;
import io.outputport.provisioner.hasura.plan.HasuraStep;
import io.outputport.provisioner.port.people.People;
import io.outputport.provisioner.port.people.Standing;
import io.outputport.provisioner.port.plan.Step;
import io.outputport.provisioner.reconcile.Reconciler;
import io.outputport.provisioner.task.Operation;
import io.outputport.provisioner.task.TaskHandler;
import io.outputport.provisioner.task.TaskResult;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each operation does to its neighbours, and says in the end. */
class OperationsTest {
    /** A source that holds the port of the tests' descriptor. */
    static final String LIVING = "{\"name\":\"s\",\"kind\":\"postgres\",\"configuration\":{},\"tables\":["
            + "{\"table\":{\"schema\":\"energy\",\"name\":\"daily_readings\"},\"configuration\":{\"custom_name\":\""
            + PREFIX + "table\"},\"select_permissions\":[{\"role\":\"" + World.ROLE
            + "\",\"permission\":{\"columns\":\"*\",\"filter\":{}}}]}]}";

    private final World world = new World();

    @Test
    void a_provisioned_port_says_what_it_is_served_as() throws IOException {
        world.withSource();
        world.linkedTo(URI.create("https://graphql.example.com/v1/graphql"), URI.create("https://console.example.com"));

        TaskResult result = run(world.provision(), List.of());

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
    void links_that_nobody_set_are_not_made_up() throws IOException {
        world.withSource();

        TaskResult result = run(world.provision(), List.of());

        assertThat(result.info()).doesNotContain("href", "graphqlEndpoint", "console");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | 0 users, 0 groups",
                "user:a | 1 user, 0 groups",
                "user:a group:b | 1 user, 1 group",
                "user:a user:b user:c group:d group:e | 3 users, 2 groups"
            })
    void an_access_snapshot_is_counted_in_good_english(String refs, String counted) {
        world.holding(Optional.of(World.ROLE), Export.of(LIVING));
        List<String> people = refs.isEmpty() ? List.of() : List.of(refs.split(" "));

        TaskResult result =
                run(new UpdateAcl(world.check(), world.technologies(), new Reconciler(), world.access()), people);

        assertThat(result.sentence()).isEqualTo("Access is as requested: " + counted + ".");
        assertThat(world.steps).singleElement().isInstanceOf(HasuraStep.PutAccess.class);
    }

    @Test
    void nobody_is_given_access_to_a_port_whose_removal_was_begun() {
        world.holding(Optional.of(World.ROLE), Export.of(LIVING));
        Access access = world.access();
        access.close(PORT_ID, "hasura");
        StoredOrder order =
                new StoredOrder("COMPONENT_DESCRIPTOR", aDescriptor().yaml(), false, List.of("user:a"));

        Outcome<TaskResult> outcome = new UpdateAcl(world.check(), world.technologies(), new Reconciler(), access)
                .handle(World.task(Operation.UPDATE_ACL, order), world.progress);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Stopped.class,
                        stopped -> assertThat(stopped.problems().toString()).contains("port-closed", "half there"));
        assertThat(world.steps).isEmpty();
    }

    @Test
    void access_to_a_port_whose_removal_was_begun_can_still_be_taken_away() {
        world.holding(Optional.of(World.ROLE), Export.of(LIVING));
        Access access = world.access();
        access.close(PORT_ID, "hasura");

        run(new UpdateAcl(world.check(), world.technologies(), new Reconciler(), access), List.of());

        assertThat(world.steps)
                .containsExactly(new HasuraStep.PutAccess(World.ROLE, PORT_ID, People.NOBODY, People.NOBODY));
        assertThat(access.standing(PORT_ID, People.NOBODY).map(Standing::isClosed))
                .isEqualTo(Outcome.done(true));
    }

    @Test
    void a_removal_marks_nothing_while_the_role_mapper_does_not_answer() {
        Access access = world.access();
        world.answering(Outcome.later(Duration.ofSeconds(1), Problem.of(new ProblemCode("down"), "It is down.")));
        StoredOrder order =
                new StoredOrder("COMPONENT_DESCRIPTOR", aDescriptor().yaml(), false, List.of());

        new Unprovision(world.check(), world.technologies(), new Reconciler(), access)
                .handle(World.task(Operation.UNPROVISION, order), world.progress);

        assertThat(access.standing(PORT_ID, People.NOBODY).map(Standing::isClosed))
                .isEqualTo(Outcome.done(false));
    }

    @Test
    void a_removed_port_says_so() {
        world.holding(Optional.of(World.ROLE), Export.of(LIVING));

        assertThat(unprovision().sentence()).isEqualTo("Output port " + PORT_ID + " is removed.");
        assertThat(world.steps).extracting(Step::phase).containsExactly("access", "role", "hasura");
    }

    @Test
    void a_second_unprovision_empties_the_role_again_and_says_that_nothing_was_there() {
        world.holding(Optional.of(World.ROLE), Export.of());

        assertThat(unprovision().sentence())
                .isEqualTo("There was nothing of output port " + PORT_ID
                        + " in Hasura to remove; its role has no root fields and no people.");
        assertThat(world.steps).extracting(Step::phase).startsWith("access", "role");
    }

    @Test
    void an_unprovision_of_what_nobody_knows_does_nothing() {
        assertThat(unprovision().sentence()).isEqualTo("There was nothing of output port " + PORT_ID + " to remove.");
        assertThat(world.steps).isEmpty();
    }

    private TaskResult unprovision() {
        return run(new Unprovision(world.check(), world.technologies(), new Reconciler(), world.access()), List.of());
    }

    private TaskResult run(TaskHandler handler, List<String> refs) {
        StoredOrder order =
                new StoredOrder("COMPONENT_DESCRIPTOR", aDescriptor().yaml(), false, refs);
        Outcome<TaskResult> outcome = handler.handle(World.task(Operation.PROVISION, order), world.progress);
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<TaskResult>) outcome).value();
    }
}
