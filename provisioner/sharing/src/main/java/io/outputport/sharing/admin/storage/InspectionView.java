package io.outputport.sharing.admin.storage;

import io.micronaut.serde.annotation.Serdeable;
import io.outputport.foundation.outcome.Problem;
import io.outputport.sharing.inspection.InspectedColumn;
import io.outputport.sharing.inspection.Inspection;
import io.outputport.sharing.table.Tally;
import java.util.List;
import java.util.Optional;

/**
 * A table as it was found.
 *
 * @param readable whether recipients can read it as it is
 * @param problems why they cannot
 */
@Serdeable
record InspectionView(
        boolean readable,
        Optional<String> format,
        Optional<Long> version,
        List<InspectionColumn> columns,
        List<String> partitions,
        List<String> features,
        Optional<Long> files,
        Optional<Long> bytes,
        List<String> problems) {
    /** A column of it. */
    @Serdeable
    record InspectionColumn(String name, String type, boolean nullable, Optional<String> comment) {
        static InspectionColumn of(InspectedColumn column) {
            return new InspectionColumn(column.name(), column.type(), column.nullable(), column.comment());
        }
    }

    static InspectionView of(Inspection inspection) {
        Optional<Inspection.Found> found = inspection.found();
        Optional<Tally> tally = found.flatMap(Inspection.Found::tally);
        return new InspectionView(
                inspection.problems().isEmpty(),
                found.map(Inspection.Found::format),
                found.map(Inspection.Found::version),
                found.map(Inspection.Found::columns).orElse(List.of()).stream()
                        .map(InspectionColumn::of)
                        .toList(),
                found.map(Inspection.Found::partitions).orElse(List.of()),
                found.map(Inspection.Found::features)
                        .map(names -> names.stream().sorted().toList())
                        .orElse(List.of()),
                tally.map(Tally::files),
                tally.map(Tally::bytes),
                inspection.problems().stream().map(Problem::sentence).toList());
    }
}
