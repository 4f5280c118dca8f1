package io.outputport.provisioner.descriptor;

import io.outputport.provisioner.descriptor.source.TableFacts;
import io.outputport.provisioner.descriptor.type.ColumnType;
import io.outputport.provisioner.descriptor.type.DataType;
import io.outputport.provisioner.descriptor.type.TypeSize;
import java.util.Optional;

/** Columns of a source that tests speak of. */
public final class Columns {
    private Columns() {}

    /** One that may be empty and of which nothing matters but its name. */
    public static TableFacts.Column text(String name) {
        return of(name, "text", DataType.TEXT, "String");
    }

    /** An array that Hasura shows as a list. */
    public static TableFacts.Column array(String name, String type, String scalar, String elementScalar) {
        ColumnType columnType = new ColumnType(
                type,
                TypeSize.UNBOUNDED,
                DataType.ARRAY,
                Optional.of(DataType.UNKNOWN),
                scalar,
                Optional.of(elementScalar));
        return new TableFacts.Column(name, columnType, true, Optional.empty());
    }

    public static TableFacts.Column of(String name, String type, DataType dataType, String scalar) {
        ColumnType columnType = new ColumnType(type, TypeSize.UNBOUNDED, dataType, Optional.empty(), scalar);
        return new TableFacts.Column(name, columnType, true, Optional.empty());
    }
}
