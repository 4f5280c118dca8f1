package io.outputport.engine.graphql.type;

import static io.outputport.engine.graphql.type.shape.Shapes.field;
import static io.outputport.engine.graphql.type.shape.Shapes.listOf;
import static io.outputport.engine.graphql.type.shape.Shapes.ref;
import static io.outputport.engine.graphql.type.shape.Shapes.required;

import graphql.schema.GraphQLFieldDefinition;
import io.outputport.engine.graphql.role.table.Link;
import io.outputport.engine.graphql.role.table.VisibleTable;
import java.util.ArrayList;
import java.util.List;

/** The fields of a table that lead to another. */
final class LinkTypes {
    private LinkTypes() {}

    static List<GraphQLFieldDefinition> fields(Link link, VisibleTable target) {
        if (!link.isList()) {
            String type = target.typeName();
            return List.of(field(
                    link.name(),
                    "An object relationship",
                    link.relationship().nullable() ? ref(type) : required(type),
                    List.of()));
        }
        List<GraphQLFieldDefinition> fields = new ArrayList<>();
        fields.add(field(
                link.name(),
                "An array relationship",
                required(listOf(target.typeName())),
                RootTypes.rowArguments(target)));
        if (target.aggregates()) {
            fields.add(field(
                    link.aggregateName(),
                    "An aggregate relationship",
                    required(target.typeName("_aggregate")),
                    RootTypes.rowArguments(target)));
        }
        return fields;
    }
}
