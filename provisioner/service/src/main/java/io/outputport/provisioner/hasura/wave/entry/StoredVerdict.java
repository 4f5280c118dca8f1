package io.outputport.provisioner.hasura.wave.entry;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.foundation.text.StoredJson;
import io.outputport.provisioner.port.plan.Change;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A {@link WriteVerdict} as it is stored.
 *
 * @param later how long until it is of use to ask again, in milliseconds; where there is none, it is of none
 */
record StoredVerdict(
        Optional<Change> done,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<VerdictProblem> problems,
        Optional<Long> later,
        List<String> notes) {

    static String write(WriteVerdict verdict) {
        List<String> notes = verdict.notes();
        return StoredJson.PLAIN.write(verdict.outcome()
                .match(
                        change -> new StoredVerdict(Optional.of(change), List.of(), Optional.empty(), notes),
                        (after, problem) -> new StoredVerdict(
                                Optional.empty(), of(List.of(problem)), Optional.of(after.toMillis()), notes),
                        problems -> new StoredVerdict(Optional.empty(), of(problems), Optional.empty(), notes)));
    }

    static WriteVerdict read(String text) {
        StoredVerdict stored = StoredJson.PLAIN.read(text, StoredVerdict.class);
        return new WriteVerdict(stored.outcome(), stored.notes());
    }

    private Outcome<Change> outcome() {
        List<Problem> told = problems.stream().map(VerdictProblem::problem).toList();
        return done.map(Outcome::done)
                .or(() -> later.map(millis -> Outcome.later(Duration.ofMillis(millis), told.get(0))))
                .orElseGet(() -> Outcome.stopped(told));
    }

    private static List<VerdictProblem> of(List<Problem> problems) {
        return problems.stream().map(VerdictProblem::of).toList();
    }

    /** What Hasura's problems have of a problem's parts: they stand at no place of a text. */
    private record VerdictProblem(String code, String message, Optional<String> hint) {
        static VerdictProblem of(Problem problem) {
            return new VerdictProblem(problem.code().id(), problem.message(), problem.hint());
        }

        Problem problem() {
            return new Problem(new ProblemCode(code), message, Optional.empty(), Optional.empty(), hint);
        }
    }
}
