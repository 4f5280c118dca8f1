package io.outputport.engine.graphql.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.engine.graphql.error.GraphqlError;
import io.outputport.engine.graphql.read.Selection;
import io.outputport.engine.graphql.role.RoleView;
import io.outputport.engine.graphql.sql.statement.Bind;
import io.outputport.engine.graphql.sql.statement.QuerySql;
import io.outputport.engine.graphql.sql.statement.Sql;
import io.outputport.engine.schema.Session;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the sources. */
public final class SourceQueries {
    private static final Logger LOG = LoggerFactory.getLogger(SourceQueries.class);
    private static final int TIMEOUT_SECONDS = 10;
    /** Bytes of one answer; a sandbox has no use for more. */
    private static final int ANSWER_LIMIT = 64 * 1024 * 1024;

    private final Function<String, DataSource> sources;
    private final ExactJson json = new ExactJson(ANSWER_LIMIT);

    /**
     * @param sources a pool by the name of the source in the metadata
     */
    public SourceQueries(Function<String, DataSource> sources) {
        this.sources = sources;
    }

    /**
     * Answers some root fields with one statement.
     *
     * @param roots root fields of this one source, read against the schema of the view
     */
    public Fetched fetch(String source, RoleView view, List<Selection> roots, Session session) {
        Sql sql = QuerySql.write(view, roots);
        Optional<String> missing = missingVariable(sql, session);
        if (missing.isPresent()) {
            return new Fetched.Failed(GraphqlError.missingSessionVariable(missing.get()));
        }
        Sql bounded = Sql.of(
                "SELECT CASE WHEN octet_length(answer) <= {}::int8 THEN answer END FROM (SELECT ({})::text AS answer) AS whole",
                Sql.bind(Integer.toString(ANSWER_LIMIT)),
                sql);
        try {
            return run(source, bounded, session)
                    .<Fetched>map(Fetched.Data::new)
                    .orElseGet(() -> new Fetched.Failed(tooLarge()));
        } catch (SQLException e) {
            return new Fetched.Failed(FailedStatement.of(e, view.backendOf(source)));
        } catch (JsonProcessingException e) {
            LOG.warn("The answer of source {} cannot be read as JSON: {}", source, e.getOriginalMessage());
            return new Fetched.Failed(FailedStatement.unexplained());
        }
    }

    private static Optional<String> missingVariable(Sql sql, Session session) {
        return sql.binds().stream()
                .filter(Bind.SessionVariable.class::isInstance)
                .map(bind -> ((Bind.SessionVariable) bind).name())
                .filter(name -> !session.variables().containsKey(name))
                .findFirst();
    }

    private Optional<ObjectNode> run(String source, Sql sql, Session session)
            throws SQLException, JsonProcessingException {
        try (Connection connection = sources.apply(source).getConnection();
                PreparedStatement statement = connection.prepareStatement(sql.text())) {
            statement.setQueryTimeout(TIMEOUT_SECONDS);
            int index = 1;
            for (Bind bind : sql.binds()) {
                statement.setString(index++, value(bind, session));
            }
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                String answer = rows.getString(1);
                return answer == null ? Optional.empty() : Optional.of((ObjectNode) json.read(answer));
            }
        }
    }

    private static String value(Bind bind, Session session) {
        return bind instanceof Bind.Text text
                ? text.value()
                : Objects.requireNonNull(session.variables().get(((Bind.SessionVariable) bind).name()));
    }

    private static GraphqlError tooLarge() {
        return new GraphqlError(
                "the answer is larger than %d bytes: ask for fewer rows".formatted(ANSWER_LIMIT),
                GraphqlError.ROOT,
                "unexpected");
    }
}
