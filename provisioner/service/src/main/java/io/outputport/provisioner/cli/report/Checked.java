package io.outputport.provisioner.cli.report;

import io.outputport.foundation.outcome.Problem;
import java.util.List;

/**
 * One descriptor and what was found in it.
 *
 * @param file its name as it was given
 * @param text the descriptor as it was read
 * @param problems what makes it invalid
 * @param notices what other systems do not hold yet
 * @param judged whether it came to a judgement; else the problem is what was in the way, and none of the descriptor's
 */
public record Checked(String file, String text, List<Problem> problems, List<Problem> notices, boolean judged) {
    public Checked {
        problems = List.copyOf(problems);
        notices = List.copyOf(notices);
    }

    public Checked(String file, String text, List<Problem> problems, List<Problem> notices) {
        this(file, text, problems, notices, true);
    }

    /** What stood in the way of a judgement. */
    public static Checked unjudged(String file, String text, Problem obstacle) {
        return new Checked(file, text, List.of(obstacle), List.of(), false);
    }

    /** Known to be. */
    public boolean valid() {
        return problems.isEmpty();
    }
}
