package io.outputport.provisioner.api.answer;

import io.outputport.foundation.outcome.Position;
import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.api.wire.error.ProblemDetail;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Problems part by part, as bounded as their {@link Sentences}. */
public final class Details {
    private static final int MOST = 500;
    private static final int LONGEST = 2_000;

    private Details() {}

    /** Empty when there is nothing to tell. */
    public static Optional<List<ProblemDetail>> of(List<Problem> problems, List<Problem> notices) {
        List<ProblemDetail> details = new ArrayList<>();
        problems.stream().limit(MOST).forEach(problem -> details.add(detail("error", problem)));
        notices.stream().limit(MOST).forEach(notice -> details.add(detail("notice", notice)));
        return Optional.of(details).filter(some -> !some.isEmpty());
    }

    private static ProblemDetail detail(String severity, Problem problem) {
        return new ProblemDetail(
                problem.code().id(),
                severity,
                Sentences.clip(problem.message(), LONGEST),
                problem.path().map(path -> Sentences.clip(path, LONGEST)),
                problem.position().map(Position::line),
                problem.position().map(Position::column),
                problem.hint().map(hint -> Sentences.clip(hint, LONGEST)),
                // A part of a value would be another mistake.
                problem.fix().filter(fix -> fix.length() <= LONGEST));
    }
}
