package io.outputport.engine.build.name;

import io.outputport.engine.schema.TrackedTable.Backend;
import io.outputport.engine.schema.TrackedTable.TrackedColumn;
import io.outputport.engine.source.DatabaseTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The names of the types that a table brings into the schema of the admin, and those that are always there. */
public record TypeNames(String base, Backend backend, DatabaseTable table, List<TrackedColumn> columns) {
    static final Set<String> OF_EVERY_SCHEMA =
            Set.of("query_root", "mutation_root", "subscription_root", "order_by", "cursor_ordering");

    private static final Set<String> NUMERIC =
            Set.of("Int", "Float", "bigint", "smallint", "numeric", "float8", "money", "DECIMAL");
    private static final List<String> READING = List.of(
            "",
            "_bool_exp",
            "_order_by",
            "_select_column",
            "_aggregate",
            "_aggregate_fields",
            "_max_fields",
            "_min_fields");
    private static final List<String> STREAMING = List.of("_stream_cursor_input", "_stream_cursor_value_input");
    private static final List<String> COUNTING = List.of(
            "_avg_fields",
            "_stddev_fields",
            "_stddev_pop_fields",
            "_stddev_samp_fields",
            "_sum_fields",
            "_var_pop_fields",
            "_var_samp_fields",
            "_variance_fields");
    private static final List<String> INSERTING = List.of("_insert_input", "_mutation_response");
    private static final List<String> UPSERTING = List.of("_constraint", "_on_conflict", "_update_column");
    private static final List<String> UPDATING = List.of("_set_input", "_updates");

    public List<String> all() {
        List<String> endings = new ArrayList<>(READING);
        boolean numeric = columns.stream()
                .filter(column -> !column.list())
                .map(TrackedColumn::scalar)
                .anyMatch(NUMERIC::contains);
        addIf(numeric, endings, COUNTING);
        if (backend == Backend.POSTGRES) {
            boolean updates = table.writable().update();
            endings.addAll(STREAMING);
            addIf(table.writable().insert(), endings, INSERTING);
            addIf(table.writable().insert() && !table.constraints().isEmpty(), endings, UPSERTING);
            addIf(updates, endings, UPDATING);
            addIf(updates && numeric, endings, List.of("_inc_input"));
            addIf(updates && !table.primaryKey().isEmpty(), endings, List.of("_pk_columns_input"));
        }
        return endings.stream().map(ending -> base + ending).toList();
    }

    private static void addIf(boolean condition, List<String> all, List<String> some) {
        if (condition) {
            all.addAll(some);
        }
    }
}
