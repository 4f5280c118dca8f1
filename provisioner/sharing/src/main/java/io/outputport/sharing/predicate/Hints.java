package io.outputport.sharing.predicate;

import io.outputport.sharing.predicate.value.Possible;
import io.outputport.sharing.table.DataFile;
import io.outputport.sharing.table.TableMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which files of a table a client can do without, as it says itself. */
public final class Hints {
    private final Condition condition;

    private Hints(Condition condition) {
        this.condition = condition;
    }

    /**
     * @param sql all of which hold for the rows that are wanted
     * @param json which holds for them, too
     */
    public static Hints of(TableMetadata table, List<String> sql, Optional<String> json) {
        if (sql.isEmpty() && json.isEmpty()) {
            return new Hints(new Condition.And(List.of()));
        }
        Columns columns = new Columns(table);
        List<Condition> all = new ArrayList<>();
        sql.forEach(hint -> all.add(SqlHint.read(columns, hint)));
        json.ifPresent(hint -> all.add(new JsonHint(columns).read(hint)));
        return new Hints(new Condition.And(all));
    }

    /** What can be told of a file. */
    public enum Wanted {
        NOTHING,
        PERHAPS,
        /** Each of its rows. */
        ALL
    }

    /** Whether anything is asked for but everything. */
    public boolean areGiven() {
        return !condition.equals(new Condition.And(List.of()));
    }

    public Wanted of(DataFile file) {
        if (!areGiven()) {
            return Wanted.ALL;
        }
        Possible possible = condition.over(new FileFacts(file));
        if (possible.isCertain()) {
            return Wanted.ALL;
        }
        return possible.yes() ? Wanted.PERHAPS : Wanted.NOTHING;
    }
}
