package io.outputport.provisioner.cli.plan;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.provisioner.cli.terminal.Paint;
import io.outputport.provisioner.cli.terminal.Paragraph;
import io.outputport.provisioner.cli.terminal.TerminalText;
import java.io.PrintWriter;
import java.util.List;

/**
 * What consumers would see, and what not.
 *
 * @param whole the schema to its end; else its beginning, which holds the type of a row
 */
record SchemaPart(Paint paint, boolean whole) {
    private static final int LINES = 16;
    private static final String INDENT = "  ";
    private static final String CUT = "…";

    void print(JsonNode schema, PrintWriter out) {
        columns("Columns that consumers do not see:", schema.path("hiddenColumns"), ": ", "reason", out);
        columns(
                "Columns under another name than in the source:",
                schema.path("renamedColumns"),
                AttributeChange.ARROW,
                "shownAs",
                out);
        if (schema.hasNonNull("sdl")) {
            out.println();
            out.println(paint.strong("Schema for consumers:"));
            sdl(schema.path("sdl").asText(), out);
        }
        if (schema.hasNonNull("exampleQuery")) {
            out.println();
            out.println(paint.strong("Example query:"));
            out.println(INDENT
                    + Paragraph.hanging(
                            INDENT.length(), schema.path("exampleQuery").asText()));
        }
    }

    private void columns(String heading, JsonNode columns, String between, String field, PrintWriter out) {
        if (!columns.isEmpty()) {
            out.println();
            out.println(paint.strong(heading));
        }
        for (JsonNode column : columns) {
            String line =
                    column.path("name").asText() + between + column.path(field).asText();
            out.println(INDENT + Paragraph.hanging(INDENT.length(), line));
        }
    }

    private void sdl(String text, PrintWriter out) {
        if (whole) {
            text.lines().forEach(line -> out.println(line.isEmpty() ? "" : INDENT + TerminalText.shown(line)));
            return;
        }
        List<String> lines = withoutSchema(text).lines().toList();
        lines.stream().limit(LINES).forEach(line -> out.println(line.isEmpty() ? "" : INDENT + clipped(line)));
        if (lines.size() > LINES) {
            String rest =
                    CUT + " " + TerminalText.count(lines.size() - LINES, "more line") + "; --schema shows them all";
            out.println(INDENT + paint.faint(rest));
        }
    }

    /** The first block only says that queries begin at {@code query_root}. */
    private static String withoutSchema(String sdl) {
        return sdl.replaceFirst("^schema \\{[^}]*}\\s+", "");
    }

    private static String clipped(String line) {
        String shown = TerminalText.shown(line);
        int most = Paragraph.WIDTH - INDENT.length();
        return shown.length() <= most ? shown : shown.substring(0, most - CUT.length()) + CUT;
    }
}
