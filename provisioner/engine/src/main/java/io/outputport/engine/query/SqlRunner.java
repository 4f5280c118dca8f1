package io.outputport.engine.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.engine.refusal.Refused;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Runs SQL in one transaction and answers with the rows of its last statement, every value as text. */
final class SqlRunner {
    private static final int TIMEOUT_SECONDS = 60;
    private static final int MAX_ROWS = 10_000;

    private SqlRunner() {}

    /**
     * Runs it.
     *
     * @param beforeCommit looks at what the SQL has done, and may refuse it
     * @throws Refused with code postgres-error when the database refuses it; then nothing has changed
     */
    static JsonNode run(DataSource database, RunSql command, Check beforeCommit) {
        String sql = command.sql();
        try (Connection connection = database.getConnection()) {
            connection.setReadOnly(command.readOnly());
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.setQueryTimeout(TIMEOUT_SECONDS);
                statement.setMaxRows(MAX_ROWS);
                JsonNode answer = lastResult(statement, statement.execute(sql));
                beforeCommit.look(connection);
                connection.commit();
                return answer;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
                connection.setReadOnly(false);
            }
        } catch (SQLException failed) {
            throw Refused.badRequest("postgres-error", "query execution failed").because(reason(sql, failed));
        }
    }

    private static JsonNode lastResult(Statement statement, boolean firstHasRows) throws SQLException {
        JsonNode last = command();
        boolean hasRows = firstHasRows;
        while (hasRows || statement.getUpdateCount() >= 0) {
            last = hasRows ? rows(statement.getResultSet()) : command();
            hasRows = statement.getMoreResults();
        }
        return last;
    }

    private static ObjectNode command() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("result_type", "CommandOk")
                .putNull("result");
    }

    private static ObjectNode rows(ResultSet rows) throws SQLException {
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("result_type", "TuplesOk");
        ArrayNode result = answer.putArray("result");
        ResultSetMetaData columns = rows.getMetaData();
        ArrayNode header = result.addArray();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            header.add(columns.getColumnLabel(i));
        }
        while (rows.next()) {
            ArrayNode row = result.addArray();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                String value = rows.getString(i);
                row.add(value == null ? "NULL" : value);
            }
        }
        return answer;
    }

    /** A look at the database from inside the transaction. */
    @FunctionalInterface
    interface Check {
        void look(Connection connection) throws SQLException;
    }

    private static ObjectNode reason(String sql, SQLException failed) {
        ObjectNode reason =
                JsonNodeFactory.instance.objectNode().put("statement", sql).put("prepared", false);
        reason.putObject("error")
                .put("exec_status", "FatalError")
                .put("message", failed.getMessage())
                .put("status_code", failed.getSQLState());
        reason.putArray("arguments");
        return reason;
    }
}
