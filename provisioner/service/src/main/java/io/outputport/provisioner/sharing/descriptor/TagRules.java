package io.outputport.provisioner.sharing.descriptor;

import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.text.Excerpt;
import io.outputport.provisioner.descriptor.model.ContractColumn;
import io.outputport.provisioner.descriptor.model.HiddenTags;
import io.outputport.provisioner.descriptor.subject.Subject;
import java.util.stream.Stream;

/** Columns that nobody may see cannot be left out of a file, so a table that has one cannot be shared. */
record TagRules(HiddenTags hidden) {
    Stream<Problem> check(Subject subject) {
        return subject.port().stream()
                .flatMap(port -> port.contract().stream())
                .flatMap(column ->
                        column.tags().stream().filter(hidden::cover).limit(1).map(tag -> problem(column, tag)));
    }

    private static Problem problem(ContractColumn column, String tag) {
        return Problem.of(
                        SharingProblems.COLUMN_HIDDEN,
                        "Column " + Excerpt.plain(column.name().value()) + " is tagged " + Excerpt.quoted(tag)
                                + ", whose columns are to be seen by nobody (HIDDEN_COLUMN_TAGS), but whoever may read a"
                                + " shared table gets its files with all columns.",
                        "Share a table without this column.")
                .at(column.name().path(), column.name().position());
    }
}
