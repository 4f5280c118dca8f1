package io.outputport.provisioner.flow;

import static io.outputport.provisioner.descriptor.DescriptorBuilder.PORT_ID;
import static io.outputport.provisioner.descriptor.DescriptorBuilder.aDescriptor;
import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.provisioner.flow.access.Access;
import io.outputport.provisioner.flow.order.StoredOrder;
import io.outputport.provisioner.flow.validation.World;
import io.outputport.provisioner.hasura.plan.HasuraStep;
import io.outputport.provisioner.port.people.People;
import io.outputport.provisioner.port.people.Standing;
import io.outputport.provisioner.reconcile.Reconciler;
import io.outputport.provisioner.task.Operation;
import io.outputport.provisioner.task.Task;
import io.outputport.provisioner.task.TaskHandler;
import io.outputport.provisioner.task.TaskResult;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A port is given to exactly the people of a snapshot. A change of access that has begun is completed. */
class UpdateAclTest {
    private static final List<Problem> ASKED = List.of(Problem.of(ProblemCode.TERMINATED, "Stopped."));
    private static final String ONE = "user:a";
    private static final String NOBODY = "";

    private final World world = new World();
    private final Access access = world.access();
    private final StopWished stopWished = new StopWished(world.progress);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | 0 users, 0 groups",
                "user:a | 1 user, 0 groups",
                "user:a group:b | 1 user, 1 group",
                "user:a user:b user:c group:d group:e | 3 users, 2 groups"
            })
    void a_snapshot_is_written_in_one_step_and_counted_in_good_english(String refs, String counted) {
        world.serving();

        assertThat(given(refs).sentence()).isEqualTo("Access is as requested: " + counted + ".");
        assertThat(world.steps).singleElement().isInstanceOf(HasuraStep.PutAccess.class);
    }

    @Test
    void nobody_is_given_access_to_a_port_whose_removal_was_begun() {
        world.serving();
        access.close(PORT_ID, "hasura");

        Outcome<TaskResult> outcome = updateAcl().handle(task(ONE), world.progress);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Stopped.class,
                        stopped -> assertThat(stopped.problems().toString()).contains("port-closed", "half there"));
        assertThat(world.steps).isEmpty();
    }

    @Test
    void access_to_a_port_whose_removal_was_begun_can_still_be_taken_away() {
        world.serving();
        access.close(PORT_ID, "hasura");

        given(NOBODY);

        assertThat(world.steps)
                .containsExactly(new HasuraStep.PutAccess(World.ROLE, PORT_ID, People.NOBODY, People.NOBODY));
        assertThat(access.standing(PORT_ID, People.NOBODY).map(Standing::isClosed))
                .isEqualTo(Outcome.done(true));
    }

    @Test
    void a_wish_to_stop_that_comes_before_the_first_step_changes_nothing() {
        world.serving();

        assertThat(updateAcl().handle(task(ONE), stopWished)).isInstanceOf(Outcome.Terminated.class);

        assertThat(world.steps).isEmpty();
    }

    @Test
    void one_that_has_begun_is_completed() {
        world.serving();

        assertThat(updateAcl().abandon(task(ONE), ASKED, stopWished).isDone()).isTrue();

        assertThat(world.steps)
                .containsExactly(new HasuraStep.PutAccess(World.ROLE, PORT_ID, People.of(List.of(ONE)), People.NOBODY));
    }

    @Test
    void while_another_system_is_in_the_way_there_is_something_left_to_do() {
        Problem down = Problem.of(new ProblemCode("down"), "The role mapper is down.");
        world.answering(Outcome.later(Duration.ofSeconds(1), down));

        assertThat(updateAcl().abandon(task(ONE), ASKED, stopWished)).isInstanceOf(Outcome.Later.class);
    }

    @Test
    void what_failed_is_for_who_sent_it_to_send_again() {
        world.serving();

        assertThat(updateAcl().abandon(task(ONE), ASKED, world.progress).isDone())
                .isTrue();

        assertThat(world.steps).isEmpty();
        assertThat(world.log).singleElement().asString().startsWith("Whom this snapshot takes access from loses it");
    }

    private TaskResult given(String refs) {
        Outcome<TaskResult> outcome = updateAcl().handle(task(refs), world.progress);
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<TaskResult>) outcome).value();
    }

    private TaskHandler updateAcl() {
        return new UpdateAcl(world.check(), world.technologies(), new Reconciler(), access);
    }

    private static Task task(String refs) {
        List<String> people = refs.isEmpty() ? List.of() : List.of(refs.split(" "));
        return World.task(
                Operation.UPDATE_ACL,
                new StoredOrder("COMPONENT_DESCRIPTOR", aDescriptor().yaml(), false, people));
    }
}
