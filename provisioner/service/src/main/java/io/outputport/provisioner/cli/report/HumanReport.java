package io.outputport.provisioner.cli.report;

import io.outputport.foundation.outcome.Position;
import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.cli.terminal.Paint;
import io.outputport.provisioner.cli.terminal.TerminalText;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

/** For the person at the terminal: each problem with its line, the offending text underlined, and what to write instead. */
public record HumanReport(Paint paint) implements Report {
    @Override
    public void print(List<Checked> descriptors, PrintWriter out) {
        for (Checked descriptor : descriptors) {
            findings(descriptor, out);
            out.println(summary(descriptor));
        }
    }

    /** Without a last line that counts them. */
    public void findings(Checked descriptor, PrintWriter out) {
        descriptor.problems().forEach(problem -> print(paint.error("error"), problem, descriptor, out));
        descriptor.notices().forEach(notice -> print(paint.notice("notice"), notice, descriptor, out));
    }

    private void print(String level, Problem problem, Checked descriptor, PrintWriter out) {
        int margin = problem.position()
                .map(where -> Integer.toString(where.line()).length())
                .orElse(1);
        out.println(level + paint.strong("[" + problem.code() + "]: " + TerminalText.shown(problem.message())));
        problem.position().ifPresent(where -> place(descriptor, where, margin, out));
        problem.path().ifPresent(path -> note(margin, "field", path, out));
        problem.hint().ifPresent(hint -> note(margin, "help", hint, out));
        out.println();
    }

    private void place(Checked descriptor, Position where, int margin, PrintWriter out) {
        String blank = " ".repeat(margin);
        out.println(blank + paint.margin("--> ") + TerminalText.shown(descriptor.file()) + ":" + where.line() + ":"
                + where.column());
        Optional<Excerpt> excerpt = Excerpt.of(descriptor.text(), where);
        excerpt.ifPresent(line -> {
            out.println(paint.margin(blank + " |"));
            out.println(paint.margin(where.line() + " | ") + line.shown());
            out.println(paint.margin(blank + " | ") + paint.error(line.caret()));
        });
    }

    private void note(int margin, String name, String text, PrintWriter out) {
        out.println(" ".repeat(margin) + paint.margin(" = ") + paint.strong(name) + ": " + TerminalText.shown(text));
    }

    private String summary(Checked descriptor) {
        String file = TerminalText.shown(descriptor.file());
        if (!descriptor.judged()) {
            return file + ": " + paint.error("not judged");
        }
        String notices = descriptor.notices().isEmpty()
                ? ""
                : ", " + TerminalText.count(descriptor.notices().size(), "notice");
        return descriptor.valid()
                ? file + ": " + paint.good("valid") + notices
                : file + ": "
                        + paint.error(TerminalText.count(descriptor.problems().size(), "problem")) + notices;
    }
}
