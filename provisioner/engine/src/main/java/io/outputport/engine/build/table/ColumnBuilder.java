package io.outputport.engine.build.table;

import io.outputport.engine.build.name.TableConfiguration;
import io.outputport.engine.schema.GraphqlName;
import io.outputport.engine.schema.TrackedTable.TrackedColumn;
import io.outputport.engine.source.DatabaseTable;
import io.outputport.engine.source.SourceKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The columns of a table as GraphQL shows them. One column whose name GraphQL forbids makes the whole table unfit, and so
 * does a configuration for a column that is not there.
 */
record ColumnBuilder(SourceKind kind, TableConfiguration configuration) {

    List<TrackedColumn> build(DatabaseTable table) throws Unfit {
        requireConfiguredColumns(table);
        List<TrackedColumn> columns = new ArrayList<>();
        Map<String, String> fields = new HashMap<>();
        for (DatabaseTable.Column column : table.columns()) {
            String name = configuration.columnName(column.name()).orElse(column.name());
            String other = fields.put(name, column.name());
            if (other != null) {
                throw new Unfit("the definitions of columns \"%s\" and \"%s\" are in conflict: they are mapped to the"
                                .formatted(other, column.name())
                        + " same field name, \"" + name + "\"");
            }
            if (!GraphqlName.isLegal(name)) {
                throw new Unfit(GraphqlName.cannotInclude(name));
            }
            columns.add(column(column, name));
        }
        return columns;
    }

    private void requireConfiguredColumns(DatabaseTable table) throws Unfit {
        for (String column : configuration.configuredColumns()) {
            if (table.column(column).isEmpty()) {
                throw new Unfit("configuration was given for the column \"" + column + "\", but no such column exists");
            }
        }
    }

    private TrackedColumn column(DatabaseTable.Column column, String name) {
        Optional<String> comment = configuration.columnComment(column.name());
        Optional<String> element = kind.listsArrays() ? column.element() : Optional.empty();
        return new TrackedColumn(
                column.name(),
                name,
                column.type(),
                kind.scalar(element.orElse(column.type())),
                element.isPresent(),
                column.nullable(),
                comment.isPresent() ? comment : column.comment());
    }
}
