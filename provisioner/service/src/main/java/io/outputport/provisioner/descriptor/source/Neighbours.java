package io.outputport.provisioner.descriptor.source;

import java.util.List;

/**
 * Names in one database.
 *
 * @param schemas those of the database
 * @param tables the tables and views in the schema that was asked for, if there is one of that name
 */
public record Neighbours(List<String> schemas, List<String> tables) {
    /** More are not read: the list serves to find one typing error. */
    public static final int MOST = 2_000;

    public Neighbours {
        schemas = List.copyOf(schemas);
        tables = List.copyOf(tables);
    }
}
