package io.outputport.provisioner.descriptor.parse;

import io.outputport.provisioner.descriptor.model.ContractColumn;
import io.outputport.provisioner.descriptor.model.Located;
import io.outputport.provisioner.descriptor.tree.Field;
import java.util.Optional;

/** Reads the columns of a data contract (OpenMetadata's columns and tags). */
final class ContractColumns {
    private ContractColumns() {}

    static Optional<ContractColumn> read(Field column) {
        return column.child("name")
                .text()
                .map(name -> new ContractColumn(
                        name,
                        textOf(column, "dataType"),
                        constraint(column.child("constraint")),
                        ColumnTags.of(column),
                        textOf(column, "description")));
    }

    /** An unquoted {@code NULL} is the name of a constraint here, although YAML reads it as nothing. */
    private static Optional<String> constraint(Field field) {
        return field.asWritten()
                .map(Located::value)
                .filter(text -> text.equals("NULL") || field.text().isPresent());
    }

    private static Optional<String> textOf(Field column, String name) {
        return column.child(name).text().map(Located::value);
    }
}
