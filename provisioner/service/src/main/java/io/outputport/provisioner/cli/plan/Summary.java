package io.outputport.provisioner.cli.plan;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.provisioner.cli.report.Checked;
import io.outputport.provisioner.cli.terminal.Paint;
import io.outputport.provisioner.cli.terminal.TerminalText;

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
        int builds = changes.path("schemaBuilds").asInt();
        return create + change + remove == 0
                ? "Plan: nothing to change; everything is as the descriptor says."
                : "Plan: " + create + " to create, " + change + " to change, " + remove + " to remove; "
                        + (builds == 0 ? "no schema build" : TerminalText.count(builds, "schema build")) + " expected.";
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
