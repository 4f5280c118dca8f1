package io.outputport.engine.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The GraphQL side of the engine, as its HTTP side sees it. */
public interface GraphqlAnswers {
    /**
     * Answers {@code {"data":…}} or {@code {"errors":[{"message","extensions":{"path","code"}}]}}; never throws for
     * what a caller sent.
     */
    ObjectNode answer(SchemaCache cache, Session session, GraphqlRequest request);
}
