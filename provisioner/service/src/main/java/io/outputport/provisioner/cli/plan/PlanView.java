package io.outputport.provisioner.cli.plan;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.provisioner.cli.report.Checked;
import io.outputport.provisioner.cli.report.HumanReport;
import io.outputport.provisioner.cli.terminal.Paint;
import io.outputport.provisioner.cli.terminal.Paragraph;
import io.outputport.provisioner.cli.terminal.TerminalText;
import java.io.PrintWriter;

/**
 * A whole plan: steps first, then what consumers get, then what is to be known, and the sum at the end, where the eye is
 * when the command has ended.
 *
 * @param wholeSchema shows the schema to its end
 */
public record PlanView(Paint paint, boolean wholeSchema) {
    private static final String BULLET = "  * ";

    /**
     * @param plan as {@code POST /v1/plan} answers it
     * @param found the descriptor with the plan's errors and notices
     */
    public void print(JsonNode plan, Checked found, PrintWriter out) {
        out.println(paint.strong(
                        "Plan for " + TerminalText.shown(plan.path("component").asText())) + " ("
                + TerminalText.shown(found.file()) + ")");
        changes(plan.path("changes"), out);
        new SchemaPart(paint, wholeSchema).print(plan.path("schema"), out);
        remarks(plan.path("remarks"), out);
        out.println();
        new HumanReport(paint).findings(found, out);
        out.println(new Summary(paint).of(plan, found));
    }

    private void changes(JsonNode changes, PrintWriter out) {
        if (!changes.path("steps").isEmpty()) {
            out.println();
            out.println(paint.strong("Steps:") + "  " + Mark.CREATE.sign(paint) + " create, " + Mark.CHANGE.sign(paint)
                    + " change, " + Mark.REMOVE.sign(paint) + " remove");
            new StepList(paint).print(changes.path("steps"), out);
        }
        if (!changes.path("columnsLost").isEmpty()) {
            out.println();
            out.println(paint.error("Columns that consumers lose:"));
            changes.path("columnsLost").forEach(column -> out.println("  - " + TerminalText.shown(column.asText())));
        }
    }

    private void remarks(JsonNode remarks, PrintWriter out) {
        if (!remarks.isEmpty()) {
            out.println();
            out.println(paint.strong("Remarks:"));
        }
        remarks.forEach(remark -> out.println(BULLET + Paragraph.hanging(BULLET.length(), remark.asText())));
    }
}
