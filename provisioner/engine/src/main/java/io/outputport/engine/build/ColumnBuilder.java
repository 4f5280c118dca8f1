package io.outputport.engine.build;

import io.outputport.engine.schema.TrackedTable.Column;
import io.outputport.engine.source.DatabaseTable;
import io.outputport.engine.source.SourceKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The columns of a table as GraphQL shows them. A name that GraphQL forbids hides its column. */
record ColumnBuilder(SourceKind kind, TableConfiguration configuration) {

    List<Column> build(DatabaseTable table) throws Unfit {
        List<Column> columns = new ArrayList<>();
        Map<String, String> fields = new HashMap<>();
        for (DatabaseTable.Column column : table.columns()) {
            String name = configuration.columnName(column.name()).orElse(column.name());
            String other = fields.put(name, column.name());
            if (other != null) {
                throw new Unfit("the definitions of columns \"%s\" and \"%s\" are in conflict: they are mapped to the"
                                .formatted(other, column.name())
                        + " same field name \"" + name + "\"");
            }
            if (TableConfiguration.isGraphqlName(name)) {
                columns.add(column(column, name));
            }
        }
        return columns;
    }

    private Column column(DatabaseTable.Column column, String name) {
        Optional<String> comment = configuration.columnComment(column.name());
        return new Column(
                column.name(),
                name,
                column.type(),
                kind.scalar(column.type()),
                column.nullable(),
                comment.isPresent() ? comment : column.comment());
    }
}
