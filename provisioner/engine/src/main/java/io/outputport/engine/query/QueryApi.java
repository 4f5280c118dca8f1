package io.outputport.engine.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.engine.build.source.LiveSource;
import io.outputport.engine.metadata.MetadataApi;
import io.outputport.engine.metadata.Transaction;
import io.outputport.engine.refusal.Refused;
import io.outputport.engine.schema.GraphqlAnswers;
import io.outputport.engine.schema.Session;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;

/**
 * {@code /v2/query}, which runs SQL, and {@code /v1/query}, which also takes operations of the metadata without a kind.
 * A bulk is all or nothing for the metadata; SQL that a step has committed stays.
 */
public final class QueryApi {
    private static final String BULK = "bulk";
    private static final String CONCURRENT_BULK = "concurrent_bulk";
    private static final String SELECT = "select";

    private final MetadataApi metadata;
    private final SqlStep sql;
    private final LegacySelect select;

    public QueryApi(MetadataApi metadata, Function<LiveSource, DataSource> databases, GraphqlAnswers graphql) {
        this.metadata = metadata;
        this.sql = new SqlStep(databases);
        this.select = new LegacySelect(graphql);
    }

    /**
     * Runs SQL, a select, or several of them; for the admin.
     *
     * @throws Refused as Hasura would answer
     */
    public JsonNode runV2(Session session, JsonNode body) {
        if (!session.isAdmin()) {
            throw adminOnly();
        }
        return metadata.together(changesTables(body), steps -> stepV2(steps, session, body));
    }

    /**
     * Runs the same or an operation of the metadata on the default source. Other roles may only select.
     *
     * @throws Refused as Hasura would answer
     */
    public JsonNode runV1(Session session, JsonNode body) {
        if (!session.isAdmin() && !onlySelects(body)) {
            throw adminOnly();
        }
        return metadata.together(writesV1(body), steps -> stepV1(steps, session, body));
    }

    private JsonNode stepV2(Transaction steps, Session session, JsonNode body) {
        String type = type(body);
        if (type.equals(CONCURRENT_BULK) && changesTables(body)) {
            throw Refused.of(500, "unexpected", "Only read-only queries are allowed in a concurrent_bulk")
                    .at("$");
        }
        if (type.equals(BULK) || type.equals(CONCURRENT_BULK)) {
            return each(body, step -> stepV2(steps, session, step));
        }
        return plain(steps, session, body)
                .orElseThrow(() ->
                        Refused.parse("unknown query type \"" + type + "\"").at("$"));
    }

    private JsonNode stepV1(Transaction steps, Session session, JsonNode body) {
        if (type(body).equals(BULK)) {
            return each(body, step -> stepV1(steps, session, step));
        }
        return plain(steps, session, body).orElseGet(() -> steps.run(named(body)));
    }

    private Optional<JsonNode> plain(Transaction steps, Session session, JsonNode body) {
        String type = type(body);
        if (RunSql.TYPES.contains(type)) {
            return Optional.of(sql.run(steps, RunSql.of(body.path("args"))));
        }
        return type.equals(SELECT)
                ? Optional.of(select.run(steps.schema(), session, body.path("args")))
                : Optional.empty();
    }

    private boolean writesV1(JsonNode body) {
        String type = type(body);
        if (type.equals(BULK)) {
            return elements(body).anyMatch(this::writesV1);
        }
        return !type.equals(SELECT)
                && (RunSql.TYPES.contains(type) ? changesTables(body) : metadata.writes(named(body)));
    }

    private static boolean changesTables(JsonNode body) {
        return elements(body).anyMatch(QueryApi::changesTables)
                || (RunSql.TYPES.contains(body.path("type").asText())
                        && body.at("/args/sql").isTextual()
                        && RunSql.of(body.path("args")).changesTables());
    }

    private static boolean onlySelects(JsonNode body) {
        return body.path("type").asText().equals(BULK)
                ? elements(body).allMatch(QueryApi::onlySelects)
                : body.path("type").asText().equals(SELECT);
    }

    /** The operation as the metadata API calls it. */
    private JsonNode named(JsonNode body) {
        String type = type(body);
        ObjectNode command = body.deepCopy();
        return metadata.knows(type) ? command : command.put("type", "pg_" + type);
    }

    private static ArrayNode each(JsonNode body, Function<JsonNode, JsonNode> run) {
        if (!body.path("args").isArray()) {
            throw Refused.parse("parsing [] failed, expected Array");
        }
        ArrayNode answers = JsonNodeFactory.instance.arrayNode();
        for (JsonNode step : body.path("args")) {
            try {
                answers.add(run.apply(step));
            } catch (Refused refused) {
                throw refused.inElement(answers.size());
            }
        }
        return answers;
    }

    /** The steps of a bulk; none of anything else. */
    private static Stream<JsonNode> elements(JsonNode body) {
        JsonNode args = body.path("args");
        return StreamSupport.stream(args.spliterator(), false).filter(step -> args.isArray());
    }

    private static String type(JsonNode body) {
        if (!body.path("type").isTextual()) {
            throw Refused.parse("the key 'type' was not present").at("$");
        }
        return body.path("type").asText();
    }

    private static Refused adminOnly() {
        return Refused.badRequest("access-denied", "restricted access : admin only");
    }
}
