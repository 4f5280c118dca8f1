package io.outputport.sharing.table.delta;

import io.delta.kernel.data.Row;
import io.delta.kernel.internal.actions.DeletionVectorDescriptor;
import io.delta.kernel.types.StructType;
import java.util.Optional;

/**
 * Where in a row of the log stands what is handed out. Kernel's own view of such a row looks each of them up by its name, for
 * each file, which takes longer than all the rest.
 */
record AddColumns(
        StructType schema, int path, int partitionValues, int size, int modified, int statisticsOrNone, int vector) {
    static AddColumns of(StructType schema) {
        return new AddColumns(
                schema,
                required(schema, "path"),
                required(schema, "partitionValues"),
                required(schema, "size"),
                required(schema, "modificationTime"),
                schema.indexOf("stats"),
                required(schema, "deletionVector"));
    }

    private static int required(StructType schema, String name) {
        int at = schema.indexOf(name);
        if (at < 0) {
            throw new IllegalStateException("Kernel's rows of added files have no " + name);
        }
        return at;
    }

    Optional<String> statistics(Row added) {
        return statisticsOrNone < 0 || added.isNullAt(statisticsOrNone)
                ? Optional.empty()
                : Optional.of(added.getString(statisticsOrNone));
    }

    Optional<DeletionVectorDescriptor> vector(Row added) {
        return added.isNullAt(vector)
                ? Optional.empty()
                : Optional.of(DeletionVectorDescriptor.fromRow(added.getStruct(vector)));
    }
}
