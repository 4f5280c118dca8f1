package io.outputport.provisioner.descriptor.parse;

import io.outputport.provisioner.descriptor.model.ContractColumn;
import io.outputport.provisioner.descriptor.model.Located;
import io.outputport.provisioner.descriptor.tree.Field;
import java.util.List;
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
                        tags(column.child("tags")),
                        textOf(column, "description")));
    }

    /** An unquoted {@code NULL} is the name of a constraint here, although YAML reads it as nothing. */
    private static Optional<String> constraint(Field field) {
        return field.asWritten()
                .map(Located::value)
                .filter(text -> text.equals("NULL") || field.text().isPresent());
    }

    /** Tags are objects with a {@code tagFQN}; older templates write the bare names. */
    private static List<String> tags(Field tags) {
        return tags.items().stream()
                .map(tag -> tag.child("tagFQN").text().or(tag::text).map(Located::value))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> textOf(Field column, String name) {
        return column.child(name).text().map(Located::value);
    }
}
