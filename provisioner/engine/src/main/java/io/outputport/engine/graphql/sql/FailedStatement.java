package io.outputport.engine.graphql.sql;

import io.outputport.engine.graphql.error.GraphqlError;
import io.outputport.engine.schema.TrackedTable.Backend;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a caller hears when a source fails. */
final class FailedStatement {
    private static final Logger LOG = LoggerFactory.getLogger(FailedStatement.class);
    private static final String CONNECTION_CLASS = "08";
    private static final String DATA_CLASS = "22";
    private static final String INVALID_ESCAPE = "22025";

    private FailedStatement() {}

    /** The text of the database helps where the values of the caller are wrong; the rest is not for callers. */
    static GraphqlError of(SQLException e, Backend backend) {
        String state = Objects.requireNonNullElse(e.getSQLState(), "");
        boolean unreachable = e instanceof SQLTransientConnectionException || state.startsWith(CONNECTION_CLASS);
        if (!state.startsWith(DATA_CLASS)) {
            LOG.warn("A source failed a query with state {}: {}", state, firstLine(e));
        }
        if (backend == Backend.DATA_CONNECTOR) {
            return failed(unreachable ? "connection error" : firstLine(e), "data-connector-error");
        }
        if (unreachable) {
            return failed("connection error", "postgres-error");
        }
        if (state.equals(INVALID_ESCAPE)) {
            return failed(firstLine(e), "bad-request");
        }
        return state.startsWith(DATA_CLASS) ? failed(firstLine(e), "data-exception") : unexplained();
    }

    static GraphqlError unexplained() {
        return failed("database query error", "unexpected");
    }

    private static GraphqlError failed(String message, String code) {
        return new GraphqlError(message, GraphqlError.ROOT, code);
    }

    private static String firstLine(SQLException e) {
        String message = Objects.requireNonNullElse(e.getMessage(), "");
        return message.lines().findFirst().orElse("").replaceFirst("^ERROR: ", "");
    }
}
