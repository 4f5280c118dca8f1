package io.outputport.engine.graphql.sql;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.engine.graphql.error.GraphqlError;
import java.util.function.Function;

/** What the database answered. */
public sealed interface Fetched {
    /** The root fields by their aliases. */
    record Data(ObjectNode roots) implements Fetched {}

    record Failed(GraphqlError error) implements Fetched {}

    default <R> R match(Function<ObjectNode, R> data, Function<GraphqlError, R> failed) {
        return this instanceof Data it ? data.apply(it.roots()) : failed.apply(((Failed) this).error());
    }
}
