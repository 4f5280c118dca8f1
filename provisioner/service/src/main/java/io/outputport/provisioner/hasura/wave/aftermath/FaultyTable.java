package io.outputport.provisioner.hasura.wave.aftermath;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.provisioner.hasura.metadata.HasuraClient;
import io.outputport.provisioner.hasura.plan.entry.ActualMetadata;
import io.outputport.provisioner.hasura.plan.entry.ActualSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the table whose constraint or type keeps Hasura from building its schema: Hasura names only the constraint or
 * type. Each source is asked through Hasura itself, reading only, since it may be in a database that nobody else reaches.
 */
public final class FaultyTable {
    private static final String POSTGRES = "postgres";
    private static final int MOST_SOURCES = 20;
    private static final String SEARCH = """
            SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE EXISTS (SELECT 1 FROM pg_constraint k
                WHERE k.conrelid = c.oid AND k.contype IN ('p', 'u') AND k.conname = %1$s)
              OR EXISTS (SELECT 1 FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
                WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                  AND (t.typname = %1$s OR t.typname = '_' || %1$s))
            ORDER BY n.nspname, c.relname LIMIT 1000""";

    private final HasuraClient hasura;

    public FaultyTable(HasuraClient hasura) {
        this.hasura = hasura;
    }

    /** In words; empty when no source tells of a tracked table that bears the name. */
    public Optional<String> bearing(String name, ActualMetadata metadata) {
        String sql = SEARCH.formatted(literal(name));
        return metadata.sources().stream()
                .filter(source ->
                        source.kind().equals(POSTGRES) && !source.tables().isEmpty())
                .limit(MOST_SOURCES)
                .flatMap(source -> found(source, sql).stream())
                .findFirst();
    }

    private Optional<String> found(ActualSource source, String sql) {
        return hasura.rows(source.name(), sql)
                .match(
                        rows -> tracked(source, rows).map(table -> table + " of source " + source.name()),
                        (after, problem) -> Optional.empty(),
                        problems -> Optional.empty());
    }

    private static Optional<String> tracked(ActualSource source, List<JsonNode> rows) {
        List<String> names = new ArrayList<>();
        source.tables()
                .forEach(table -> names.add(table.name().path("schema").asText("public") + "."
                        + table.name().path("name").asText()));
        return rows.stream()
                .map(row -> row.path(0).asText() + "." + row.path(1).asText())
                .filter(names::contains)
                .findFirst();
    }

    /** In a form that no setting of the database reads otherwise. */
    private static String literal(String name) {
        return "E'" + name.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
