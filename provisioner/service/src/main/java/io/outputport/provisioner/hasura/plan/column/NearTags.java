package io.outputport.provisioner.hasura.plan.column;

import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.text.Excerpt;
import io.outputport.provisioner.descriptor.model.ContractColumn;
import io.outputport.provisioner.descriptor.model.HiddenTags;
import io.outputport.provisioner.descriptor.source.TableFacts;
import io.outputport.provisioner.hasura.plan.entry.PlanProblems;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Columns that are shown although a tag of theirs looks as if it was meant to hide them. It stops nobody. */
public final class NearTags {
    private NearTags() {}

    public static List<Problem> of(
            Collection<ContractColumn> known, TableFacts facts, HiddenTags hiddenTags, ColumnChoice choice) {
        Set<String> shown = choice.readable();
        return known.stream()
                .filter(column -> ContractMatch.meant(column.name().value(), facts).stream()
                        .anyMatch(shown::contains))
                .flatMap(column ->
                        column.tags().stream().filter(hiddenTags::resemble).map(tag -> problem(column, tag)))
                .toList();
    }

    private static Problem problem(ContractColumn column, String tag) {
        return Problem.of(
                        PlanProblems.TAG_NEAR,
                        "Column " + Excerpt.plain(column.name().value()) + " is shown to consumers: its tag "
                                + Excerpt.quoted(tag)
                                + " resembles one of HIDDEN_COLUMN_TAGS, but is not covered by it.",
                        "Write the tag as it stands there if the column is to be hidden.")
                .at(column.name().path(), column.name().position());
    }
}
