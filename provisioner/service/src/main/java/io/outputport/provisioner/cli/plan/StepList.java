package io.outputport.provisioner.cli.plan;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.provisioner.cli.terminal.Paint;
import io.outputport.provisioner.cli.terminal.Paragraph;
import io.outputport.provisioner.cli.terminal.TerminalText;
import java.io.PrintWriter;

/** The steps in their order, each with what it makes of what is there. */
record StepList(Paint paint) {
    private static final int PHASE = 8;

    void print(JsonNode steps, PrintWriter out) {
        int digits = Integer.toString(steps.size()).length();
        int number = 0;
        for (JsonNode step : steps) {
            number++;
            print(String.format("%" + digits + "d", number), step, out);
        }
    }

    private void print(String number, JsonNode step, PrintWriter out) {
        Mark mark = Mark.of(step.path("action").asText());
        String phase = TerminalText.shown(step.path("phase").asText());
        String margin = number + " " + phase + " ".repeat(Math.max(0, PHASE - phase.length())) + " ";
        int indent = "  + ".length() + TerminalText.width(margin);
        String description = Paragraph.hanging(indent, step.path("description").asText());
        out.println("  " + mark.sign(paint) + " "
                + (mark == Mark.KEEP ? paint.faint(margin + description) : paint.margin(margin) + description));
        if (mark != Mark.KEEP) {
            AttributeChange.between(step.path("before"), step.path("after"))
                    .forEach(change -> print(change, indent, out));
        }
    }

    private void print(AttributeChange change, int indent, PrintWriter out) {
        String value = Paragraph.hanging(indent + "+   ".length(), change.name() + ": " + change.value());
        out.println(" ".repeat(indent) + change.mark().sign(paint) + " " + value);
    }
}
