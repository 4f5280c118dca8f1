package io.outputport.engine.graphql;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.engine.schema.GraphqlRequest;
import io.outputport.engine.schema.SchemaCache;
import io.outputport.engine.schema.Session;
import java.util.Map;
import java.util.Optional;

/** One caller of the engine. */
record Asking(GraphqlEngine engine, SchemaCache cache, Session session) {
    static Asking as(String role) {
        return new Asking(
                new GraphqlEngine(source -> Postgres.dataSource()), Library.CACHE, new Session(role, Map.of()));
    }

    Asking with(String variable, String value) {
        return new Asking(engine, cache, new Session(session.role(), Map.of(variable, value)));
    }

    Asking of(SchemaCache other) {
        return new Asking(engine, other, session);
    }

    JsonNode ask(String query) {
        return ask(query, "{}");
    }

    JsonNode ask(String query, String variables) {
        return engine.answer(cache, session, new GraphqlRequest(query, Optional.empty(), Json.object(variables)));
    }

    JsonNode askFor(String operation, String query) {
        return engine.answer(cache, session, new GraphqlRequest(query, Optional.of(operation), Json.object("{}")));
    }

    /** The part of the answer below {@code data}. */
    JsonNode data(String query) {
        return ask(query).path("data");
    }

    JsonNode error(String query) {
        return ask(query).path("errors").path(0);
    }
}
