package io.outputport.provisioner.sharing.table;

import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.foundation.text.Excerpt;
import io.outputport.provisioner.descriptor.model.ContractColumn;
import io.outputport.provisioner.descriptor.model.Located;
import io.outputport.provisioner.descriptor.type.DataType;
import io.outputport.provisioner.sharing.descriptor.SharingDescriptor;
import io.outputport.provisioner.sharing.descriptor.WantedTable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether the tables of a port can be shared, and are what its data contract promises.
 *
 * @param found for each table of the descriptor
 */
public record ContractFit(SharingDescriptor descriptor, List<ComparedTable> found) {
    static final ProblemCode UNREADABLE = new ProblemCode("sharing-table-unreadable");
    static final ProblemCode COLUMN_UNLISTED = new ProblemCode("sharing-column-unlisted");
    static final ProblemCode COLUMN_MISSING = new ProblemCode("sharing-column-missing");
    static final ProblemCode COLUMN_TYPE = new ProblemCode("sharing-column-type");
    static final ProblemCode NO_PARTITION = new ProblemCode("sharing-filter-no-partition");

    public ContractFit {
        found = List.copyOf(found);
    }

    /** A table as it is asked for, and as it is. */
    public record ComparedTable(WantedTable wanted, InspectedTable actual) {
        boolean isReadable() {
            return actual.problems().isEmpty();
        }

        Optional<InspectedTable.InspectedColumn> column(String name) {
            return actual.columns().stream()
                    .filter(column -> column.name().equalsIgnoreCase(name))
                    .findFirst();
        }
    }

    /** Everything that keeps the port from being shared as it is written. */
    public List<Problem> problems() {
        return Stream.concat(refusals().stream(), missing()).toList();
    }

    /** The same of a port that is already shared: a column that its table has lost since takes nothing from anybody else. */
    public List<Problem> refusals() {
        return found.stream().flatMap(this::refusals).toList();
    }

    private Stream<Problem> refusals(ComparedTable table) {
        return table.isReadable()
                ? Stream.of(unlisted(table).stream(), types(table), filters(table))
                        .flatMap(problems -> problems)
                : Stream.of(at(
                        table.wanted().path(),
                        UNREADABLE,
                        "Table " + Excerpt.plain(table.wanted().name().value()) + " cannot be shared: "
                                + String.join(" ", table.actual().problems()),
                        "Mend the table, or write where it is."));
    }

    private Optional<Problem> unlisted(ComparedTable table) {
        List<String> unlisted = table.actual().columns().stream()
                .map(InspectedTable.InspectedColumn::name)
                .filter(name -> listed(name).isEmpty())
                .toList();
        return unlisted.isEmpty()
                ? Optional.empty()
                : Optional.of(at(
                        table.wanted().name(),
                        COLUMN_UNLISTED,
                        "Table " + Excerpt.plain(table.wanted().name().value())
                                + " has columns that the data contract does not list: " + joined(unlisted)
                                + ". Whoever may read a shared table gets its files with all columns.",
                        "List them in dataContract.schema, or share a table without them."));
    }

    private Stream<Problem> types(ComparedTable table) {
        return table.actual().columns().stream()
                .flatMap(column -> listed(column.name()).stream().flatMap(promised -> type(promised, column).stream()));
    }

    private static Optional<Problem> type(ContractColumn promised, InspectedTable.InspectedColumn column) {
        var actual = DeltaTypes.of(column.type());
        return promised.dataType()
                .flatMap(DataType::named)
                .filter(type -> !actual.keeps(type))
                .map(type -> at(
                                typeOf(promised),
                                COLUMN_TYPE,
                                "The data contract says that column " + Excerpt.plain(column.name()) + " is " + type
                                        + ", but in the table it is " + actual.shown() + ".",
                                "Write dataType: " + actual.dataType() + ".")
                        .mendedBy(actual.dataType().toString()));
    }

    /** At the name's place, which stands beside it. */
    private static Located<String> typeOf(ContractColumn column) {
        Located<String> name = column.name();
        return new Located<>(name.value(), name.path().replaceFirst("[^.]+$", "dataType"), name.position());
    }

    private Stream<Problem> filters(ComparedTable table) {
        List<String> partitions = table.actual().partitions();
        return table.wanted().filters().stream()
                .filter(filter -> partitions.stream().noneMatch(filter.column().value()::equalsIgnoreCase))
                .map(filter -> at(
                        filter.column(),
                        NO_PARTITION,
                        "Table " + Excerpt.plain(table.wanted().name().value()) + " is not partitioned by "
                                + Excerpt.quoted(filter.column().value()) + ", so its rows cannot be filtered by it.",
                        partitions.isEmpty()
                                ? "It has no partitions; share a table that has, or leave the filter out."
                                : "It is partitioned by " + joined(partitions) + "."));
    }

    /** A column may stand in one of several tables. While one of them cannot be read, nothing is missing for certain. */
    private Stream<Problem> missing() {
        if (!found.stream().allMatch(ComparedTable::isReadable)) {
            return Stream.empty();
        }
        return descriptor.contract().stream()
                .filter(column -> found.stream()
                        .noneMatch(table -> table.column(column.name().value()).isPresent()))
                .map(column -> at(
                        column.name(),
                        COLUMN_MISSING,
                        "The data contract lists column "
                                + Excerpt.plain(column.name().value()) + ", but no table of the port has it.",
                        "Its columns are: "
                                + joined(found.stream()
                                        .flatMap(table -> table.actual().columns().stream())
                                        .map(InspectedTable.InspectedColumn::name)
                                        .distinct()
                                        .toList())
                                + "."));
    }

    private Optional<ContractColumn> listed(String name) {
        return descriptor.contract().stream()
                .filter(column -> column.name().value().equalsIgnoreCase(name))
                .findFirst();
    }

    private static String joined(List<String> names) {
        return names.stream().map(Excerpt::plain).collect(Collectors.joining(", "));
    }

    private static Problem at(Located<String> place, ProblemCode code, String message, String hint) {
        return Problem.of(code, message, hint).at(place.path(), place.position());
    }
}
