package io.outputport.engine.graphql.sql.statement;

/** The value of one question mark. */
public sealed interface Bind {
    record Text(String value) implements Bind {}

    /** Filled in from the session when the statement runs. */
    record SessionVariable(String name) implements Bind {}
}
