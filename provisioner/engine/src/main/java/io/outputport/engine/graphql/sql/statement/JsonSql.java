package io.outputport.engine.graphql.sql.statement;

import io.outputport.engine.graphql.read.Selection;
import io.outputport.engine.graphql.role.table.Cell;
import io.outputport.engine.graphql.role.table.VisibleTable;
import io.outputport.engine.schema.TrackedTable.Backend;
import java.util.List;
import java.util.function.Function;

/** Writes JSON objects. They keep the order of their keys, and have no limit of columns as functions have. */
final class JsonSql {
    private JsonSql() {}

    /** Each field by its alias; the name of the type is known without asking. */
    static Sql object(List<Selection> fields, Function<Selection, Sql> value) {
        List<Sql> entries = fields.stream()
                .map(field -> Sql.of(
                        "{} VALUE {}",
                        Sql.literal(field.alias()),
                        field.name().equals(Selection.TYPENAME)
                                ? Sql.of("{}::text", Sql.literal(field.parentType()))
                                : value.apply(field)))
                .toList();
        return Sql.of("JSON_OBJECT({} RETURNING json)", Sql.join(entries, ", "));
    }

    /** Agents of data connectors answer a Float as a double, so long numbers lose their last digits there. */
    static Sql value(VisibleTable table, Cell cell, Sql sql) {
        boolean rounded = table.table().backend() == Backend.DATA_CONNECTOR
                && cell.column().scalar().equals("Float");
        return rounded ? Sql.of("({})::float8", sql) : sql;
    }

    /** The part of a JSON value below these keys, null when it is not there. */
    static Sql at(Sql value, List<String> keys) {
        return Sql.of("({} #> {})", value, ConditionSql.array(keys, Sql.of("text")));
    }
}
