package io.outputport.sharing.share;

import io.outputport.sharing.recipient.StoredText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which rows of a table its recipients may read: those of some partitions. A value can hold a property of the recipient:
 * {@code {recipient.client_id}}.
 *
 * @param values by the name of the column that the table is partitioned by; none, and all rows may be read
 */
public record RowFilter(Map<String, String> values) {
    public static final RowFilter NONE = new RowFilter(Map.of());

    private static final int MOST_COLUMNS = 20;
    private static final int LONGEST = 255;
    private static final Pattern PROPERTY = Pattern.compile("\\{recipient\\.([A-Za-z_][A-Za-z0-9_]{0,63})}");

    public RowFilter {
        values = Map.copyOf(new TreeMap<>(values));
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    public Set<String> columns() {
        return values.keySet();
    }

    /** Empty where the recipient lacks a property: it may read nothing then. */
    public Optional<String> value(String column, Map<String, String> properties) {
        Matcher property =
                PROPERTY.matcher(Optional.ofNullable(values.get(column)).orElseThrow());
        StringBuilder value = new StringBuilder();
        while (property.find()) {
            String known = properties.get(property.group(1));
            if (known == null || known.isEmpty()) {
                return Optional.empty();
            }
            property.appendReplacement(value, Matcher.quoteReplacement(known));
        }
        return Optional.of(property.appendTail(value).toString());
    }

    /** A sentence for each thing that is wrong, with the field before it. */
    List<String> refusals() {
        List<String> wrong = new ArrayList<>();
        if (values.size() > MOST_COLUMNS) {
            wrong.add("partitionFilter: It names at most " + MOST_COLUMNS + " columns.");
        }
        values.forEach((column, value) -> {
            if (column.isEmpty() || column.length() > LONGEST || value.isEmpty() || value.length() > LONGEST) {
                wrong.add("partitionFilter: A column and its value have 1 to " + LONGEST + " characters.");
            } else if (PROPERTY.matcher(value).replaceAll("").chars().anyMatch(sign -> sign == '{' || sign == '}')) {
                wrong.add("partitionFilter: In braces stands only a property of the recipient, such as"
                        + " {recipient.client_id}.");
            }
            StoredText.refusal(column)
                    .or(() -> StoredText.refusal(value))
                    .ifPresent(sentence -> wrong.add("partitionFilter: " + sentence));
        });
        return wrong;
    }
}
