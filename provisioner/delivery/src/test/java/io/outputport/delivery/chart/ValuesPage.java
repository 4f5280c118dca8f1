package io.outputport.delivery.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The table of all values, made from the comments of values.yaml that begin with {@code # --}. */
final class ValuesPage {
    private static final Pattern KEY = Pattern.compile("^( *)([A-Za-z]+):(.*)$");
    private static final Pattern COMMENT = Pattern.compile("^ *# ?(-- )?(.*)$");

    private final JsonNode values;
    private final List<String> rows = new ArrayList<>();
    private final List<String> undocumented = new ArrayList<>();
    private final Deque<String> path = new ArrayDeque<>();
    private Optional<String> comment = Optional.empty();
    private int documentedDepth = Integer.MAX_VALUE;

    private ValuesPage(JsonNode values) {
        this.values = values;
    }

    static ValuesPage of(String text) {
        ValuesPage page = new ValuesPage(Yaml.one(text));
        text.lines().forEach(page::line);
        return page;
    }

    String table() {
        return "| Value | Default | Meaning |\n|---|---|---|\n" + String.join("\n", rows);
    }

    List<String> undocumented() {
        return List.copyOf(undocumented);
    }

    private void line(String line) {
        Matcher remark = COMMENT.matcher(line);
        Matcher key = KEY.matcher(line);
        if (remark.matches()) {
            remark(remark);
        } else if (key.matches()) {
            key(key.group(1).length() / 2, key.group(2));
            comment = Optional.empty();
        } else if (line.isBlank()) {
            comment = Optional.empty();
        }
    }

    private void remark(Matcher remark) {
        comment = remark.group(1) == null
                ? comment.map(begun -> begun + " " + remark.group(2))
                : Optional.of(remark.group(2));
    }

    /** Below a value that is documented as a whole, its parts need no words of their own. */
    private void key(int depth, String name) {
        while (path.size() > depth) {
            path.removeLast();
        }
        path.addLast(name);
        if (depth <= documentedDepth) {
            documentedDepth = Integer.MAX_VALUE;
        }
        if (depth > documentedDepth) {
            return;
        }
        if (comment.isEmpty()) {
            undocumented.add(String.join(".", path));
        } else {
            documented(depth, comment.orElseThrow());
        }
    }

    private void documented(int depth, String words) {
        JsonNode value = values.at("/" + String.join("/", path));
        // A heading of a group has no full stop; a value's sentence has one.
        if (words.endsWith(".")) {
            documentedDepth = depth;
            String shown = value.isNull() ? "" : "`" + value.toString().replace("\"", "") + "`";
            rows.add("| `" + String.join(".", path) + "` | " + shown + " | " + words + " |");
        } else {
            rows.add("| **`" + String.join(".", path) + "`** | | **" + words + "** |");
        }
    }
}
