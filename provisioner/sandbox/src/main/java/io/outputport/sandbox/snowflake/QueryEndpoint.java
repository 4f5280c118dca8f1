package io.outputport.sandbox.snowflake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.engine.http.Reply;
import io.outputport.engine.http.Request;
import io.outputport.sandbox.snowflake.result.Chunks;
import io.outputport.sandbox.snowflake.result.ResultTable;
import io.outputport.sandbox.snowflake.result.ResultWriter;
import io.outputport.sandbox.snowflake.sql.Translation;
import io.outputport.sandbox.snowflake.sql.UnsupportedStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** {@code POST /queries/v1/query-request}: one statement, bound values, a result in the session's format. */
final class QueryEndpoint {
    private static final int MAX_ROWS = 100_000;
    private static final int TIMEOUT_SECONDS = 30;
    /** What a driver sends for its own sake. */
    private static final Pattern SESSION_STATEMENT = Pattern.compile(
            "\\s*(alter\\s+session|use|commit|rollback)\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final Sessions sessions;
    private final Map<String, DataSource> databases;
    private final Chunks chunks;
    private final Supplier<UUID> ids;

    QueryEndpoint(Sessions sessions, Map<String, DataSource> databases, Chunks chunks, Supplier<UUID> ids) {
        this.sessions = sessions;
        this.databases = databases;
        this.chunks = chunks;
        this.ids = ids;
    }

    Reply query(Request request) {
        Optional<Session> session = sessions.of(request);
        if (session.isEmpty()) {
            return Envelope.of(Refusal.noSession());
        }
        JsonNode body = request.json().orElse(JsonNodeFactory.instance.missingNode());
        ResultWriter writer =
                new ResultWriter(chunks, "http://" + request.header("host").orElse(""));
        try {
            return answer(session.get(), body.path("sqlText").asText(), body.path("bindings"), writer);
        } catch (UnsupportedStatement unsupported) {
            return Envelope.of(Refusal.notUnderstood(unsupported.sentence()));
        }
    }

    private Reply answer(Session session, String sql, JsonNode bindings, ResultWriter writer) {
        if (SESSION_STATEMENT.matcher(sql).matches()) {
            return success(session, ResultTable.status("Statement executed successfully."), writer);
        }
        if (session.warehouse().isEmpty()) {
            return Envelope.of(Refusal.noWarehouse());
        }
        Translation translation = Translation.of(sql);
        Optional<String> database = translation.database().or(session::database);
        Optional<DataSource> source = source(database);
        if (source.isEmpty()) {
            return Envelope.of(Refusal.noDatabase(database.orElse("")));
        }
        try (Connection connection = source.get().getConnection()) {
            return success(session, run(connection, session, translation.sql(), bindings), writer);
        } catch (SQLException failed) {
            return Envelope.of(refusal(failed));
        }
    }

    /** What names no database, such as {@code select 1}, is answered by any. */
    private Optional<DataSource> source(Optional<String> database) {
        return database.isPresent()
                ? Optional.ofNullable(databases.get(database.get()))
                : databases.values().stream().findFirst();
    }

    private ResultTable run(Connection connection, Session session, String sql, JsonNode bindings) throws SQLException {
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        if (session.schema().isPresent()) {
            connection.setSchema(session.schema().get());
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setQueryTimeout(TIMEOUT_SECONDS);
            statement.setMaxRows(MAX_ROWS + 1);
            for (int i = 1; bindings.has(Integer.toString(i)); i++) {
                // The server finds the type, as Snowflake does.
                statement.setObject(
                        i, bindings.path(Integer.toString(i)).path("value").textValue(), Types.OTHER);
            }
            ResultTable result;
            try (ResultSet rows = statement.executeQuery()) {
                result = ResultTable.read(rows);
            }
            connection.rollback();
            return result;
        }
    }

    private static Refusal refusal(SQLException failed) {
        return switch (failed.getSQLState() == null ? "" : failed.getSQLState()) {
            case "42P01", "3F000" -> Refusal.noObject("Object does not exist or not authorized.");
            default -> Refusal.notUnderstood(String.valueOf(failed.getMessage()));
        };
    }

    private Reply success(Session session, ResultTable result, ResultWriter writer) {
        if (result.rows().size() > MAX_ROWS) {
            return Envelope.of(Refusal.notUnderstood("The sandbox answers with at most " + MAX_ROWS + " rows."));
        }
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.set("parameters", LoginEndpoint.parameters(session));
        data.put("queryId", ids.get().toString())
                .put("sqlState", "00000")
                .put("statementTypeId", 4096)
                .put("version", 1);
        writer.write(result, session.format(), data);
        return Envelope.of(data);
    }
}
