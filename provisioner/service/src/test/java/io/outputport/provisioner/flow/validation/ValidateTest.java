package io.outputport.provisioner.flow.validation;

import static io.outputport.provisioner.descriptor.DescriptorBuilder.PREFIX;
import static io.outputport.provisioner.descriptor.DescriptorBuilder.aDescriptor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.provisioner.hasura.metadata.document.Export;
import io.outputport.provisioner.hasura.source.SourceProblems;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What makes a descriptor invalid, what is only a notice, and what happens when nobody answers. */
class ValidateTest {
    private static final Duration PATIENT = Duration.ofSeconds(20);
    private static final Problem DOWN = Problem.of(new ProblemCode("down"), "Hasura is down.");

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a_descriptor_whose_source_is_there_is_valid_without_a_word() {
        assertThat(judge(
                        world.withSource().validate(PATIENT, false),
                        aDescriptor().yaml()))
                .isEqualTo(new ValidationOutcome(List.of(), List.of()));
    }

    @Test
    void what_the_outside_does_not_hold_yet_is_a_notice() {
        ValidationOutcome verdict =
                judge(world.validate(PATIENT, false), aDescriptor().yaml());

        assertThat(verdict.valid()).isTrue();
        assertThat(verdict.notices()).extracting(Problem::code).containsExactly(SourceProblems.SOURCE_TABLE_MISSING);
    }

    @Test
    void strict_validation_makes_an_error_of_it() {
        ValidationOutcome verdict =
                judge(world.validate(PATIENT, true), aDescriptor().yaml());

        assertThat(verdict.problems()).extracting(Problem::code).containsExactly(SourceProblems.SOURCE_TABLE_MISSING);
        assertThat(verdict.notices()).isEmpty();
    }

    @Test
    void a_column_that_the_source_does_not_have_is_a_notice_with_its_place() {
        String descriptor = aDescriptor()
                .port("dataContract.schema", List.of(java.util.Map.of("name", "volts", "dataType", "NUMBER")))
                .yaml();

        ValidationOutcome verdict = judge(world.withSource().validate(PATIENT, false), descriptor);

        assertThat(verdict.valid()).isTrue();
        assertThat(verdict.notices()).singleElement().satisfies(notice -> {
            assertThat(notice.message()).contains("volts");
            assertThat(notice.position()).isPresent();
        });
    }

    @Test
    void a_name_that_another_table_has_is_an_error_all_the_same() {
        Export export = Export.of("{\"name\":\"default\",\"kind\":\"postgres\",\"configuration\":{},\"tables\":["
                + "{\"table\":{\"schema\":\"public\",\"name\":\"" + PREFIX + "table\"}}]}");

        ValidationOutcome verdict = judge(
                world.withSource().holding(Optional.empty(), export).validate(PATIENT, false),
                aDescriptor().yaml());

        assertThat(verdict.problems())
                .extracting(Problem::message)
                .contains("The name " + PREFIX + "table is taken in Hasura by table public." + PREFIX
                        + "table of source default.");
    }

    @Test
    void all_names_that_one_table_has_are_one_error_at_the_first_of_them() {
        String descriptor = aDescriptor()
                .port("specific.customTableName", PREFIX + "t")
                .port("specific.select", PREFIX + "s")
                .port("specific.selectByPk", PREFIX + "p")
                .port("specific.selectAggregate", PREFIX + "a")
                .port("specific.selectStream", PREFIX + "r")
                .yaml();
        String configuration =
                "{\"custom_name\":\"~t\",\"custom_root_fields\":{\"select\":\"~s\",\"select_by_pk\":\"~p\","
                        + "\"select_aggregate\":\"~a\",\"select_stream\":\"~r\"}}";
        Export export = Export.of("{\"name\":\"default\",\"kind\":\"postgres\",\"configuration\":{},\"tables\":["
                + "{\"table\":{\"schema\":\"public\",\"name\":\"other\"},\"configuration\":"
                + configuration.replace("~", PREFIX) + "}]}");

        ValidationOutcome verdict =
                judge(world.withSource().holding(Optional.empty(), export).validate(PATIENT, false), descriptor);

        assertThat(verdict.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.message())
                    .isEqualTo(
                            "The names ~t, ~s, ~p, ~a, ~r are taken in Hasura by table public.other of source default."
                                    .replace("~", PREFIX));
            assertThat(problem.path())
                    .hasValueSatisfying(path -> assertThat(path).endsWith("].specific.customTableName"));
            assertThat(problem.position())
                    .hasValueSatisfying(
                            place -> assertThat(descriptor.lines().toList().get(place.line() - 1))
                                    .contains("customTableName: " + PREFIX + "t"));
        });
    }

    @Test
    void a_hasura_that_does_not_answer_is_a_notice() {
        ValidationOutcome verdict = judge(
                world.withSource()
                        .answering(Outcome.later(Duration.ofSeconds(1), DOWN))
                        .validate(PATIENT, false),
                aDescriptor().yaml());

        assertThat(verdict).isEqualTo(new ValidationOutcome(List.of(), List.of(DOWN)));
    }

    @Test
    void a_question_that_outlasts_the_budget_is_a_notice_and_not_waited_for() {
        CountDownLatch never = new CountDownLatch(1);
        Validate validate =
                world.withSource().beforeReading(() -> awaitQuietly(never)).validate(Duration.ofMillis(100), false);

        ValidationOutcome verdict = judge(validate, aDescriptor().yaml());

        assertThat(verdict.notices())
                .extracting(Problem::sentence)
                .containsExactly(
                        "Source, Hasura and role mapper did not answer within 100 ms; what they hold is checked"
                                + " when the port is deployed.");
    }

    @Test
    void without_a_budget_nobody_is_asked() {
        Validate validate = world.answering(Outcome.stopped(DOWN)).validate(Duration.ZERO, true);

        assertThat(judge(validate, aDescriptor().yaml())).isEqualTo(new ValidationOutcome(List.of(), List.of()));
    }

    @Test
    void a_descriptor_that_breaks_a_rule_is_invalid_and_nobody_is_asked() {
        Validate validate = world.beforeReading(() -> {
                    throw new AssertionError("asked");
                })
                .validate(PATIENT, false);

        ValidationOutcome verdict =
                judge(validate, aDescriptor().portWithout("specific.select").yaml());

        assertThat(verdict.problems()).hasSize(1);
        assertThat(verdict.notices()).isEmpty();
    }

    private static ValidationOutcome judge(Validate validate, String descriptor) {
        return validate.judge("COMPONENT_DESCRIPTOR", descriptor)
                .match(verdict -> verdict, (after, problem) -> fail(problem.message()), problems -> fail("no verdict"));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(3, TimeUnit.MINUTES);
        } catch (InterruptedException givenUp) {
            Thread.currentThread().interrupt();
        }
    }
}
