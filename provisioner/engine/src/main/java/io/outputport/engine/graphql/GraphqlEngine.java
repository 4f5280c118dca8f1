package io.outputport.engine.graphql;

import com.fasterxml.jackson.databind.node.ObjectNode;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import io.outputport.engine.graphql.error.GraphqlError;
import io.outputport.engine.graphql.read.OperationReader;
import io.outputport.engine.graphql.sql.SourceQueries;
import io.outputport.engine.schema.GraphqlAnswers;
import io.outputport.engine.schema.GraphqlRequest;
import io.outputport.engine.schema.SchemaCache;
import io.outputport.engine.schema.Session;
import java.util.function.Function;
import javax.sql.DataSource;

/** Answers queries as Hasura does; safe to use from many threads. */
public final class GraphqlEngine implements GraphqlAnswers {
    private final RoleSchemas schemas = new RoleSchemas();
    private final Answers answers;

    /**
     * @param sources a pool by the name of the source in the metadata
     */
    public GraphqlEngine(Function<String, DataSource> sources) {
        this.answers = new Answers(new SourceQueries(sources));
    }

    @Override
    public ObjectNode answer(SchemaCache cache, Session session, GraphqlRequest request) {
        return ParsedRequest.of(request)
                .match(
                        (document, operation) ->
                                answer(schemas.of(cache, session.role()), session, document, operation, request),
                        GraphqlError::toAnswer);
    }

    private ObjectNode answer(
            RoleSchema schema,
            Session session,
            Document document,
            OperationDefinition operation,
            GraphqlRequest request) {
        return OperationReader.read(schema.types(), document, operation, request.variables())
                .match(understood -> answers.of(schema, session, understood), GraphqlError::toAnswer);
    }
}
