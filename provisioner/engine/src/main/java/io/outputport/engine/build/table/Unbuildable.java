package io.outputport.engine.build.table;

import io.outputport.engine.schema.GraphqlName;
import io.outputport.engine.schema.TrackedTable.Backend;
import io.outputport.engine.schema.TrackedTable.TrackedColumn;
import io.outputport.engine.source.DatabaseTable;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Names of the database that break the schema of everybody, not only their table: those of the constraints that an insert
 * may conflict with, and those of types. Nothing catches it, {@code allow_inconsistent_metadata} neither.
 */
final class Unbuildable {
    private Unbuildable() {}

    /** Hasura's sentence on the first of them. */
    static Optional<String> in(DatabaseTable table, Backend backend, Stream<TrackedColumn> columns) {
        if (backend != Backend.POSTGRES) {
            return Optional.empty();
        }
        return columns.map(TrackedColumn::scalar)
                .filter(scalar -> !GraphqlName.isLegal(scalar))
                .map(GraphqlName::cannotUseType)
                .findFirst()
                .or(() -> constraint(table));
    }

    /** Only tables that take inserts have the enum of their constraints. */
    private static Optional<String> constraint(DatabaseTable table) {
        return table.writable().insert()
                ? table.constraints().stream()
                        .filter(name -> !GraphqlName.isLegal(name))
                        .map(GraphqlName::cannotInclude)
                        .findFirst()
                : Optional.empty();
    }
}
