package io.outputport.provisioner.cli.report;

import io.outputport.provisioner.outcome.Problem;
import java.util.List;

/**
 * One descriptor and what was found in it.
 *
 * @param file its name as it was given
 * @param text the descriptor as it was read
 * @param problems what makes it invalid
 * @param notices what other systems do not hold yet
 */
public record Checked(String file, String text, List<Problem> problems, List<Problem> notices) {
    public Checked {
        problems = List.copyOf(problems);
        notices = List.copyOf(notices);
    }

    public boolean valid() {
        return problems.isEmpty();
    }
}
