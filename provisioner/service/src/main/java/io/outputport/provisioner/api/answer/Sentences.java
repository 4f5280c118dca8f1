package io.outputport.provisioner.api.answer;

import io.outputport.foundation.outcome.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Problems as lines of an answer. Bounded: a hostile descriptor can hold a problem in every line, each a page long. */
public final class Sentences {
    private static final int MOST = 500;
    private static final int LONGEST = 2_000;

    private Sentences() {}

    public static List<String> of(List<Problem> problems) {
        return lines(problems, Problem::sentence);
    }

    static List<String> withoutHint(List<Problem> problems) {
        return lines(
                problems,
                problem -> new Problem(
                                problem.code(), problem.message(), problem.path(), problem.position(), Optional.empty())
                        .sentence());
    }

    /** What to do, each remedy once. */
    static List<String> hints(List<Problem> problems) {
        return problems.stream()
                .map(Problem::hint)
                .flatMap(Optional::stream)
                .distinct()
                .limit(MOST)
                .map(hint -> clip(hint, LONGEST))
                .toList();
    }

    static String joined(List<Problem> problems) {
        return String.join("\n", of(problems));
    }

    public static String clip(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + "…";
    }

    private static List<String> lines(List<Problem> problems, Function<Problem, String> line) {
        Stream<String> first = problems.stream().limit(MOST).map(line).map(text -> clip(text, LONGEST));
        List<String> lines = new ArrayList<>(first.toList());
        if (problems.size() > MOST) {
            lines.add("And " + (problems.size() - MOST) + " more; mend these first.");
        }
        return lines;
    }
}
