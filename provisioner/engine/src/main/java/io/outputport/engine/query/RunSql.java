package io.outputport.engine.query;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.engine.refusal.Refused;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The arguments of {@code run_sql}.
 *
 * @param cascade whether what depends on a dropped table goes with it
 * @param checks whether the metadata has to follow; when nobody says, the words of the SQL decide
 */
record RunSql(String source, String sql, boolean cascade, boolean checks, boolean readOnly) {
    static final Set<String> TYPES = Set.of("run_sql", "pg_run_sql", "postgres_run_sql");

    /** What Hasura looks for before it builds its cache again. */
    private static final Pattern CHANGES_TABLES = Pattern.compile(
            "\\balter\\b|\\bdrop\\b|\\breplace\\b|\\bcreate\\s+function\\b|\\bcomment\\s+on\\b",
            Pattern.CASE_INSENSITIVE);

    /** @throws Refused when there is no SQL in it */
    static RunSql of(JsonNode args) {
        if (!args.path("sql").isTextual()) {
            throw Refused.parse("the key 'sql' was not present");
        }
        String sql = args.path("sql").asText();
        return new RunSql(
                args.path("source").asText("default"),
                sql,
                args.path("cascade").asBoolean(),
                args.path("check_metadata_consistency")
                        .asBoolean(CHANGES_TABLES.matcher(sql).find()),
                args.path("read_only").asBoolean());
    }

    boolean changesTables() {
        return checks && !readOnly;
    }
}
