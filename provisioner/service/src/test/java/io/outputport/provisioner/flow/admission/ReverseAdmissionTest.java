package io.outputport.provisioner.flow.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.descriptor.FakeTechnology;
import io.outputport.provisioner.flow.order.ReverseOrder;
import io.outputport.provisioner.hasura.HasuraBuilder;
import io.outputport.provisioner.reconcile.Technologies;
import io.outputport.provisioner.task.Submission;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReverseAdmissionTest {
    private static final String TABLE = "{\"schema\":\"s\",\"view\":\"v\"}";

    private final ReverseAdmission admission = new ReverseAdmission(
            Optional.of("production"),
            new Technologies(List.of(
                    HasuraBuilder.over(List.of(FakeTechnology.postgres())).build())));

    @Test
    void what_is_not_needed_is_not_kept_since_it_may_be_secret() {
        String params = "{\"schema\":\"s\",\"view\":\"v\",\"environmentSpecificConfig\":{\"password\":\"hunter2\"}}";
        String catalog = """
                {"metadata":{"name":"healthcare.vaccinations.0.port"},
                 "spec":{"owner":"me","mesh":{"dataContract":{"schema":[{"name":"day","dataType":"DATE"}]}}}}""";

        Submission submission = admitted(new ReverseOrder("urn:t", "Production", params, catalog));

        assertThat(submission.request()).contains("\"day\"").doesNotContain("hunter2", "owner");
        assertThat(submission.component()).isEqualTo("healthcare.vaccinations.0.port");
        assertThat(submission.fingerprint()).isEmpty();
    }

    @Test
    void an_entry_that_names_no_component_is_served_too() {
        assertThat(admitted(new ReverseOrder("urn:t", "production", TABLE, "{\"metadata\":{\"name\":7}}"))
                        .component())
                .isEqualTo("7");
        assertThat(admitted(new ReverseOrder("urn:t", "production", TABLE, "{}"))
                        .component())
                .isEqualTo("unknown");
    }

    @Test
    void a_wrong_environment_is_told_with_everything_else_that_is_wrong() {
        Outcome<Submission> outcome = admission.admit(new ReverseOrder("urn:t", "test", "{\"view\":\"v\"}", "{}"));

        assertThat(((Outcome.Stopped<Submission>) outcome).problems())
                .extracting(Problem::sentence)
                .containsExactly(
                        "environment: The request is for the environment \"test\", but this provisioner serves"
                                + " \"production\". Send it to the provisioner of its environment.",
                        "params.schema: This parameter is missing. Write the schema that the view or table is in.");
    }

    @Test
    void a_value_that_no_program_should_read_is_a_problem_and_no_crash() {
        String catalog = "{\"x\":" + "7".repeat(100_000) + "}";

        Outcome<Submission> outcome = admission.admit(new ReverseOrder("urn:t", "production", TABLE, catalog));

        assertThat(((Outcome.Stopped<Submission>) outcome).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.path()).contains("catalogInfo"));
    }

    private Submission admitted(ReverseOrder order) {
        return admission
                .admit(order)
                .match(submission -> submission, (after, problem) -> fail(problem), problems -> fail(problems));
    }

    private static Submission fail(Object why) {
        throw new AssertionError(why);
    }
}
