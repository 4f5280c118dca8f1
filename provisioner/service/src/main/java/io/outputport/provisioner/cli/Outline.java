package io.outputport.provisioner.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.provisioner.cli.report.Paint;
import io.outputport.provisioner.cli.report.Words;
import java.io.PrintWriter;

/** An answer of the service as an indented outline, whatever fields it has: a newer service may have more. */
record Outline(PrintWriter out, Paint paint) {
    private static final String STEP = "  ";

    void print(JsonNode answer) {
        fields(answer, "");
    }

    private void fields(JsonNode object, String indent) {
        object.fields().forEachRemaining(field -> {
            String name = indent + paint.margin(Words.shown(field.getKey()) + ":");
            JsonNode value = field.getValue();
            if (value.isContainerNode()) {
                out.println(name + (value.isEmpty() ? " none" : ""));
                values(value, indent + STEP);
            } else {
                text(name, value.asText(), indent + STEP);
            }
        });
    }

    private void values(JsonNode container, String indent) {
        if (container.isObject()) {
            fields(container, indent);
            return;
        }
        for (JsonNode item : container) {
            if (item.isContainerNode()) {
                out.println(indent + "-");
                values(item, indent + STEP);
            } else {
                text(indent + "-", item.asText(), indent + STEP);
            }
        }
    }

    /** A text of several lines, such as a schema, stands below its name. */
    private void text(String name, String text, String indent) {
        if (text.contains("\n")) {
            out.println(name);
            text.lines().forEach(line -> out.println(indent + Words.shown(line)));
        } else {
            out.println(name + " " + Words.shown(text));
        }
    }
}
