package io.outputport.engine.graphql.read;

import graphql.language.FragmentDefinition;
import graphql.language.OperationDefinition;
import io.outputport.engine.graphql.error.GraphqlError;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What became of a request when it was read. */
public sealed interface Reading {
    /**
     * It can be carried out.
     *
     * @param roots the selections of the query root
     * @param operation as it stands in the document, with its fragments and the values that came for its variables, for
     *     introspection, which goes back to the text
     */
    record Understood(
            List<Selection> roots,
            OperationDefinition operation,
            Collection<FragmentDefinition> fragments,
            Map<String, Object> variables)
            implements Reading {
        public Understood {
            roots = List.copyOf(roots);
            fragments = List.copyOf(fragments);
            variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
        }
    }

    record NotUnderstood(GraphqlError error) implements Reading {}

    default <R> R match(Function<Understood, R> understood, Function<GraphqlError, R> refused) {
        return this instanceof Understood it ? understood.apply(it) : refused.apply(((NotUnderstood) this).error());
    }
}
