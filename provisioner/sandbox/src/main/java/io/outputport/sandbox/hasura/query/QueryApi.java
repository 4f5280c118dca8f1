package io.outputport.sandbox.hasura.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.sandbox.hasura.metadata.MetadataApi;
import io.outputport.sandbox.hasura.refusal.Refused;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * {@code /v2/query}, which runs SQL, and {@code /v1/query}, which also takes operations of the metadata without a kind.
 * A source is looked into again after SQL that may have changed its tables; one that was dropped becomes inconsistent,
 * where Hasura would untrack it.
 */
public final class QueryApi {
    private static final Set<String> RUN_SQL = Set.of("run_sql", "pg_run_sql", "postgres_run_sql");
    private static final Set<String> BULK = Set.of("bulk", "concurrent_bulk");

    /** What Hasura looks for before it builds its cache again. */
    private static final Pattern CHANGES_TABLES = Pattern.compile(
            "\\balter\\b|\\bdrop\\b|\\breplace\\b|\\bcreate\\s+function\\b|\\bcomment\\s+on\\b",
            Pattern.CASE_INSENSITIVE);

    private final MetadataApi metadata;
    private final Function<String, DataSource> databases;

    public QueryApi(MetadataApi metadata, Function<String, DataSource> databases) {
        this.metadata = metadata;
        this.databases = databases;
    }

    /**
     * Runs SQL, or several of them.
     *
     * @throws Refused as Hasura would answer
     */
    public JsonNode runV2(JsonNode body) {
        String type = type(body);
        if (BULK.contains(type)) {
            return bulk(body.path("args"), this::runV2);
        }
        if (!RUN_SQL.contains(type)) {
            throw Refused.parse("unknown query type \"" + type + "\"").at("$");
        }
        return runSql(body.path("args"));
    }

    /**
     * Runs SQL or an operation of the metadata on the default source.
     *
     * @throws Refused as Hasura would answer
     */
    public JsonNode runV1(JsonNode body) {
        String type = type(body);
        if (RUN_SQL.contains(type)) {
            return runSql(body.path("args"));
        }
        if (type.equals("bulk")) {
            return bulk(body.path("args"), this::runV1);
        }
        ObjectNode command = body.deepCopy();
        return metadata.run(metadata.knows(type) ? command : command.put("type", "pg_" + type));
    }

    private JsonNode runSql(JsonNode args) {
        if (!args.path("sql").isTextual()) {
            throw Refused.parse("the key 'sql' was not present");
        }
        String source = args.path("source").asText("default");
        if (metadata.source(source).isEmpty()) {
            throw Refused.badRequest("not-exists", "source with name \"" + source + "\" does not exist");
        }
        String sql = args.path("sql").asText();
        boolean readOnly = args.path("read_only").asBoolean();
        JsonNode answer = SqlRunner.run(databases.apply(source), sql, readOnly);
        if (!readOnly && CHANGES_TABLES.matcher(sql).find()) {
            reload(source);
        }
        return answer;
    }

    private void reload(String source) {
        ObjectNode reload = JsonNodeFactory.instance.objectNode().put("type", "reload_metadata");
        reload.putObject("args").putArray("reload_sources").add(source);
        metadata.run(reload);
    }

    private static ArrayNode bulk(JsonNode steps, Function<JsonNode, JsonNode> run) {
        if (!steps.isArray()) {
            throw Refused.parse("parsing [] failed, expected Array");
        }
        ArrayNode answers = JsonNodeFactory.instance.arrayNode();
        for (JsonNode step : steps) {
            try {
                answers.add(run.apply(step));
            } catch (Refused refused) {
                throw refused.inElement(answers.size());
            }
        }
        return answers;
    }

    private static String type(JsonNode body) {
        if (!body.path("type").isTextual()) {
            throw Refused.parse("the key 'type' was not present").at("$");
        }
        return body.path("type").asText();
    }
}
