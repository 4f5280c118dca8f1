package io.outputport.provisioner.task.store.jdbc;

import io.outputport.foundation.outcome.Position;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.foundation.text.StoredJson;
import io.outputport.provisioner.task.TaskResult;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a task ended, as JSON text. */
final class EndingJson {
    private EndingJson() {}

    static String write(TaskResult result) {
        return StoredJson.write(result);
    }

    static TaskResult readResult(String text) {
        return StoredJson.read(text, TaskResult.class);
    }

    static String write(List<Problem> problems) {
        return StoredJson.write(
                new StoredProblems(problems.stream().map(StoredProblem::of).toList()));
    }

    static List<Problem> readProblems(String text) {
        return StoredJson.read(text, StoredProblems.class).problems().stream()
                .map(StoredProblem::problem)
                .toList();
    }

    private record StoredProblems(List<StoredProblem> problems) {}

    private record StoredProblem(
            String code,
            String message,
            @Nullable String path,
            @Nullable String hint,
            @Nullable Integer line,
            @Nullable Integer column) {
        static StoredProblem of(Problem problem) {
            return new StoredProblem(
                    problem.code().id(),
                    problem.message(),
                    problem.path().orElse(null),
                    problem.hint().orElse(null),
                    problem.position().map(Position::line).orElse(null),
                    problem.position().map(Position::column).orElse(null));
        }

        Problem problem() {
            return new Problem(
                    new ProblemCode(code),
                    message,
                    Optional.ofNullable(path),
                    line == null || column == null ? Optional.empty() : Optional.of(new Position(line, column)),
                    Optional.ofNullable(hint));
        }
    }
}
