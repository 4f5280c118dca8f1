package io.outputport.provisioner.flow.dryrun;

import static io.outputport.provisioner.descriptor.DescriptorBuilder.PREFIX;
import static io.outputport.provisioner.descriptor.DescriptorBuilder.aDescriptor;
import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.provisioner.flow.order.ProvisionOrder;
import io.outputport.provisioner.flow.validation.World;
import io.outputport.provisioner.hasura.metadata.document.Export;
import io.outputport.provisioner.hasura.source.SourceProblems;
import io.outputport.provisioner.port.plan.ExpectedWrite;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a plan tells, and what it tells when somebody does not answer. */
class DryRunTest {
    private static final Duration PATIENT = Duration.ofSeconds(20);
    private static final Problem DOWN = Problem.of(new ProblemCode("down"), "Hasura is down.");

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a_new_port_is_created_step_by_step_and_nothing_is_done() {
        PlanReport report = report(world.withSource().dryRun(PATIENT));

        assertThat(report.executable()).isTrue();
        assertThat(report.changes().orElseThrow().steps())
                .extracting(step -> step.action().word())
                .containsExactly("create", "keep", "create", "create", "keep", "change");
        assertThat(report.changes().orElseThrow().write().orElseThrow())
                .returns("replace", ExpectedWrite::way)
                .returns(1, ExpectedWrite::schemaBuilds);
        assertThat(report.view().orElseThrow().example()).contains("{ meter day kwh }");
        assertThat(world.steps).isEmpty();
    }

    @Test
    void while_hasura_is_down_the_schema_is_shown_and_the_steps_are_not() {
        PlanReport report = report(world.withSource()
                .answering(Outcome.later(Duration.ofSeconds(1), DOWN))
                .dryRun(PATIENT));

        assertThat(report.executable()).isFalse();
        assertThat(report.notices()).containsExactly(DOWN);
        assertThat(report.changes()).isEmpty();
        assertThat(report.view()).isPresent();
    }

    @Test
    void without_the_source_a_taken_name_is_found_all_the_same() {
        Export export = Export.of("{\"name\":\"default\",\"kind\":\"postgres\",\"configuration\":{},\"tables\":["
                + "{\"table\":{\"schema\":\"public\",\"name\":\"" + PREFIX + "table\"}}]}");

        PlanReport report = report(world.holding(Optional.empty(), export).dryRun(PATIENT));

        assertThat(report.notices()).extracting(Problem::code).containsExactly(SourceProblems.SOURCE_TABLE_MISSING);
        assertThat(report.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("is taken in Hasura"));
        assertThat(report.view()).isEmpty();
    }

    @Test
    void without_a_budget_nobody_is_asked_and_that_is_said() {
        PlanReport report = report(world.withSource().dryRun(Duration.ZERO));

        assertThat(report.executable()).isFalse();
        assertThat(report.notices())
                .singleElement()
                .satisfies(notice -> assertThat(notice.message()).contains("VALIDATE_BUDGET is 0"));
    }

    @Test
    void a_bad_descriptor_is_refused_as_a_provision_would_be() {
        Outcome<PlanReport> outcome = world.dryRun(PATIENT).plan(order("dataProduct: ["));

        assertThat(outcome).isInstanceOf(Outcome.Stopped.class);
    }

    private static PlanReport report(DryRun dryRun) {
        Outcome<PlanReport> outcome = dryRun.plan(order(aDescriptor().yaml()));
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<PlanReport>) outcome).value();
    }

    private static ProvisionOrder order(String descriptor) {
        return new ProvisionOrder("COMPONENT_DESCRIPTOR", descriptor, false, Optional.empty());
    }
}
