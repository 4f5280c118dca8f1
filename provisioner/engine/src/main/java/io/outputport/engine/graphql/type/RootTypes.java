package io.outputport.engine.graphql.type;

import static io.outputport.engine.graphql.type.shape.Shapes.argument;
import static io.outputport.engine.graphql.type.shape.Shapes.field;
import static io.outputport.engine.graphql.type.shape.Shapes.listOf;
import static io.outputport.engine.graphql.type.shape.Shapes.ref;
import static io.outputport.engine.graphql.type.shape.Shapes.required;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLList;
import io.outputport.engine.graphql.role.Root;
import io.outputport.engine.graphql.role.table.VisibleTable;
import io.outputport.engine.graphql.type.shape.Shapes;
import io.outputport.engine.schema.TrackedTable.Backend;
import java.util.ArrayList;
import java.util.List;

/** The fields of {@code query_root} and {@code subscription_root}. */
final class RootTypes {
    private RootTypes() {}

    static GraphQLFieldDefinition of(Root root) {
        VisibleTable table = root.table();
        String quoted = '"' + TableTypes.quotedName(table) + '"';
        return switch (root.kind()) {
            case SELECT ->
                field(
                        root.name(),
                        comment(root, "fetch data from the table: " + quoted),
                        required(listOf(table.typeName())),
                        rowArguments(table));
            case SELECT_BY_PK ->
                field(
                        root.name(),
                        comment(root, "fetch data from the table: " + quoted + " using primary key columns"),
                        ref(table.typeName()),
                        keyArguments(table));
            case SELECT_AGGREGATE ->
                field(
                        root.name(),
                        comment(root, "fetch aggregated fields from the table: " + quoted),
                        required(table.typeName("_aggregate")),
                        rowArguments(table));
            case SELECT_STREAM ->
                field(
                        root.name(),
                        comment(root, "fetch data from the table in a streaming manner: " + quoted),
                        required(listOf(table.typeName())),
                        streamArguments(table));
        };
    }

    private static String comment(Root root, String usual) {
        return root.table().table().roots().comments().getOrDefault(root.kind().permissionName(), usual);
    }

    static List<GraphQLArgument> rowArguments(VisibleTable table) {
        List<GraphQLArgument> arguments = new ArrayList<>();
        boolean columns = !table.cells().isEmpty();
        if (columns && table.table().backend() == Backend.POSTGRES) {
            arguments.add(
                    argument("distinct_on", "distinct select on columns", listOf(table.typeName("_select_column"))));
        }
        arguments.add(argument("limit", "limit the number of rows returned", ref("Int")));
        arguments.add(argument("offset", "skip the first n rows. Use only with order_by", ref("Int")));
        if (columns) {
            arguments.add(
                    argument("order_by", "sort the rows by one or more columns", listOf(table.typeName("_order_by"))));
            arguments.add(argument("where", "filter the rows returned", ref(table.typeName("_bool_exp"))));
        }
        return arguments;
    }

    private static List<GraphQLArgument> keyArguments(VisibleTable table) {
        return table.key().stream()
                .map(cell -> argument(cell.name(), required(Shapes.inputOf(cell.type()))))
                .toList();
    }

    private static List<GraphQLArgument> streamArguments(VisibleTable table) {
        return List.of(
                argument("batch_size", "maximum number of rows returned in a single batch", required("Int")),
                argument(
                        "cursor",
                        "cursor to stream the results returned by the query",
                        required(GraphQLList.list(ref(table.typeName("_stream_cursor_input"))))),
                argument("where", "filter the rows returned", ref(table.typeName("_bool_exp"))));
    }
}
