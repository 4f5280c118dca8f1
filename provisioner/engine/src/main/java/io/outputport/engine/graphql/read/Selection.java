package io.outputport.engine.graphql.read;

import graphql.language.Field;
import io.outputport.engine.graphql.read.input.Input;
import java.util.List;
import java.util.Map;

/**
 * A field to answer, after fragments were merged into it.
 *
 * @param alias its key in the answer
 * @param parentType the name of the type that it was selected from
 * @param arguments only those that were given and are not null
 * @param nodes the fields of the document that it was merged from
 */
public record Selection(
        String alias,
        String name,
        String parentType,
        Map<String, Input> arguments,
        List<Selection> children,
        List<Field> nodes) {
    public static final String TYPENAME = "__typename";

    public Selection {
        arguments = Map.copyOf(arguments);
        children = List.copyOf(children);
        nodes = List.copyOf(nodes);
    }
}
