package io.outputport.provisioner.cli.plan;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.provisioner.cli.report.Checked;
import io.outputport.provisioner.cli.terminal.Paint;
import io.outputport.provisioner.cli.terminal.TerminalText;
import java.util.Locale;

/** The plan in one line, and whether it can be carried out. */
record Summary(Paint paint) {
    String of(JsonNode plan, Checked found) {
        String changes = plan.hasNonNull("changes")
                ? changes(plan.path("changes"))
                : "Plan: unknown, since not everything could be read or compared.";
        return paint.strong(changes) + (plan.path("executable").asBoolean(true) ? "" : "\n" + inTheWay(found));
    }

    private static String changes(JsonNode changes) {
        JsonNode summary = changes.path("summary");
        int create = summary.path("create").asInt();
        int change = summary.path("change").asInt();
        int remove = summary.path("remove").asInt();
        return create + change + remove == 0
                ? "Plan: nothing to change; everything is as the descriptor says."
                : "Plan: " + create + " to create, " + change + " to change, " + remove + " to remove; "
                        + (changes.hasNonNull("write") ? write(changes) : "no schema build expected") + ".";
    }

    private static String write(JsonNode changes) {
        String builds = TerminalText.count(changes.path("schemaBuilds").asInt(), "schema build");
        JsonNode write = changes.path("write");
        return "one " + write.path("way").asText() + " with " + builds + ", about "
                + seconds(write.path("seconds").asDouble());
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, seconds < 10 ? "%.1f s" : "%.0f s", seconds);
    }

    private String inTheWay(Checked found) {
        String errors = found.problems().isEmpty()
                ? ""
                : TerminalText.count(found.problems().size(), "error");
        String notices = found.notices().isEmpty()
                ? ""
                : TerminalText.count(found.notices().size(), "notice");
        String and = errors.isEmpty() || notices.isEmpty() ? "" : " and ";
        String why = errors.isEmpty() && notices.isEmpty() ? "" : ": " + errors + and + notices;
        return paint.error("A provision would not get through now" + why + ".");
    }
}
