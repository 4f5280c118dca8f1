package io.outputport.provisioner.task.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of a task that has not ended, whatever it was before. */
class TaskStateTest {
    private static final Instant BEFORE = Instant.parse("2026-11-30T08:00:00Z");
    private static final Instant DUE = BEFORE.plusSeconds(60);
    private static final List<Problem> FIRST = List.of(Problem.of(new ProblemCode("name-taken"), "The name is taken."));
    private static final List<Problem> LATER = List.of(Problem.of(new ProblemCode("disk-full"), "The disk is full."));

    static Stream<TaskState> not_tidying() {
        return Stream.of(
                new TaskState.Fresh(),
                new TaskState.Begun(),
                new TaskState.Retrying(BEFORE),
                new TaskState.Waiting(BEFORE, BEFORE));
    }

    static Stream<TaskState> tidying() {
        return Stream.of(Optional.<Instant>empty(), Optional.of(BEFORE))
                .map(due -> new TaskState.Tidying(FIRST, BEFORE, due));
    }

    @ParameterizedTest
    @MethodSource("not_tidying")
    void an_attempt_begins_and_comes_to_nothing(TaskState state) {
        assertThat(state.atWork()).isEqualTo(new TaskState.Begun());
        assertThat(state.again(DUE)).isEqualTo(new TaskState.Retrying(DUE));
        assertThat(state.waiting(BEFORE, DUE)).isEqualTo(new TaskState.Waiting(BEFORE, DUE));
    }

    @ParameterizedTest
    @MethodSource("tidying")
    void one_that_is_to_end_stays_one_that_is_to_end(TaskState state) {
        assertThat(state.atWork()).isEqualTo(new TaskState.Tidying(FIRST, BEFORE, Optional.empty()));
        assertThat(state.again(DUE)).isEqualTo(new TaskState.Tidying(FIRST, BEFORE, Optional.of(DUE)));
        assertThat(state.waiting(DUE, DUE)).isEqualTo(new TaskState.Tidying(FIRST, BEFORE, Optional.of(DUE)));
    }

    @ParameterizedTest
    @MethodSource("tidying")
    void since_when_it_is_to_end_stays_as_it_was_first(TaskState state) {
        Optional<Instant> due = Optional.of(DUE);

        assertThat(state.tidying(new TaskState.Tidying(List.of(), DUE, due)))
                .isEqualTo(new TaskState.Tidying(FIRST, BEFORE, due));
        assertThat(state.tidying(new TaskState.Tidying(LATER, DUE, due)))
                .isEqualTo(new TaskState.Tidying(LATER, BEFORE, due));
    }

    @ParameterizedTest
    @MethodSource({"not_tidying", "tidying"})
    void only_what_waits_is_hastened(TaskState state) {
        assertThat(state.dueAt(DUE).nextDue()).isEqualTo(state.nextDue().map(earlier -> DUE));
        assertThat(state.dueAt(DUE)).hasSameClassAs(state);
    }
}
