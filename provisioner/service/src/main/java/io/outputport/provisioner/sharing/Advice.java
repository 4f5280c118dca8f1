package io.outputport.provisioner.sharing;

import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.foundation.text.Excerpt;
import io.outputport.provisioner.descriptor.model.ContractColumn;
import io.outputport.provisioner.descriptor.model.HiddenTags;
import io.outputport.provisioner.sharing.descriptor.SharingDescriptor;
import io.outputport.provisioner.sharing.table.ContractFit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What is said of a port beside what keeps it from being shared. */
record Advice(HiddenTags hidden) {
    private static final ProblemCode TAG_NEAR = new ProblemCode("sharing-tag-near");

    List<Problem> of(SharingDescriptor descriptor) {
        return descriptor.contract().stream().flatMap(this::tags).toList();
    }

    private Stream<Problem> tags(ContractColumn column) {
        return column.tags().stream()
                .filter(hidden::resemble)
                .map(tag -> Problem.of(
                                TAG_NEAR,
                                "Column " + Excerpt.plain(column.name().value()) + " is shown to consumers: its tag "
                                        + Excerpt.quoted(tag)
                                        + " resembles one of HIDDEN_COLUMN_TAGS, but is not covered by it.",
                                "If nobody is to see the column, share a table without it.")
                        .at(column.name().path(), column.name().position()));
    }

    List<String> remarks(ContractFit fit) {
        List<String> remarks = new ArrayList<>();
        for (ContractFit.ComparedTable table : fit.found()) {
            String name = "Table " + Excerpt.plain(table.wanted().name().value());
            table.actual()
                    .version()
                    .ifPresent(version -> remarks.add(name + " is at version " + version + " and has "
                            + table.actual().columns().size() + " columns."));
            if (table.actual().hasDeletionVectors()) {
                remarks.add(name + " has deletion vectors: rows that were deleted may still lie in its files, for who"
                        + " reads the files themselves, until the table is rewritten.");
            }
        }
        return remarks;
    }
}
