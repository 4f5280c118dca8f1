package io.outputport.sharing.share;

import io.outputport.sharing.recipient.Lifetimes;
import io.outputport.sharing.recipient.StoredText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A share as somebody wants it: complete, since what is not named goes away. */
public record ShareDraft(Optional<String> comment, Lifetimes lifetimes, List<TableDraft> tables) {
    private static final int MOST_TABLES = 10_000;
    private static final int LONGEST_COMMENT = 2_000;

    public ShareDraft {
        tables = List.copyOf(tables);
    }

    public ShareDraft(Optional<String> comment, List<TableDraft> tables) {
        this(comment, Lifetimes.NONE, tables);
    }

    /** A table as somebody wants it; its id is given to it. */
    public record TableDraft(
            String schema, String name, TableLocation location, boolean historyShared, RowFilter filter) {
        String key() {
            return NameRule.key(schema) + "." + NameRule.key(name);
        }
    }

    /** A sentence for each thing that is wrong, with the field before it. */
    public List<String> refusals() {
        List<String> wrong = new ArrayList<>();
        if (tables.size() > MOST_TABLES) {
            wrong.add("tables: a share has at most " + MOST_TABLES + " tables, not " + tables.size() + ".");
        }
        comment.filter(text -> text.length() > LONGEST_COMMENT)
                .ifPresent(text -> wrong.add("comment: it has " + text.length() + " characters, but at most "
                        + LONGEST_COMMENT + " are allowed."));
        comment.flatMap(StoredText::refusal).ifPresent(sentence -> wrong.add("comment: " + sentence));
        Set<String> seen = new HashSet<>();
        for (int at = 0; at < tables.size(); at++) {
            TableDraft table = tables.get(at);
            String field = "tables[" + at + "].";
            NameRule.SCHEMA.refusal(table.schema()).ifPresent(sentence -> wrong.add(field + "schema: " + sentence));
            NameRule.TABLE.refusal(table.name()).ifPresent(sentence -> wrong.add(field + "name: " + sentence));
            table.location().refusals().forEach(sentence -> wrong.add(field + sentence));
            table.filter().refusals().forEach(sentence -> wrong.add(field + sentence));
            if (!seen.add(table.key())) {
                wrong.add(field + "name: The share names the table " + table.schema() + "." + table.name()
                        + " twice; names differ by more than their case.");
            }
        }
        return List.copyOf(wrong);
    }
}
