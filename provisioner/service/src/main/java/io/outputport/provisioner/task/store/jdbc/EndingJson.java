package io.outputport.provisioner.task.store.jdbc;

import io.outputport.foundation.outcome.Position;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.foundation.text.StoredJson;
import io.outputport.provisioner.task.TaskResult;
import java.util.List;
import java.util.Optional;

/** How a task ended, as JSON text. */
final class EndingJson {
    private EndingJson() {}

    static String write(TaskResult result) {
        return StoredJson.PLAIN.write(result);
    }

    static TaskResult readResult(String text) {
        return StoredJson.PLAIN.read(text, TaskResult.class);
    }

    static String write(List<Problem> problems) {
        return StoredJson.PLAIN.write(
                new StoredProblems(problems.stream().map(StoredProblem::of).toList()));
    }

    static List<Problem> readProblems(String text) {
        return StoredJson.PLAIN.read(text, StoredProblems.class).problems().stream()
                .map(StoredProblem::problem)
                .toList();
    }

    private record StoredProblems(List<StoredProblem> problems) {}

    private record StoredProblem(
            String code,
            String message,
            Optional<String> path,
            Optional<String> hint,
            Optional<Integer> line,
            Optional<Integer> column) {
        static StoredProblem of(Problem problem) {
            return new StoredProblem(
                    problem.code().id(),
                    problem.message(),
                    problem.path(),
                    problem.hint(),
                    problem.position().map(Position::line),
                    problem.position().map(Position::column));
        }

        Problem problem() {
            return new Problem(
                    new ProblemCode(code),
                    message,
                    path,
                    line.flatMap(row -> column.map(place -> new Position(row, place))),
                    hint);
        }
    }
}
