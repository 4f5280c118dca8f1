package io.outputport.provisioner.hasura.plan.column;

import io.outputport.provisioner.descriptor.model.ContractColumn;
import io.outputport.provisioner.descriptor.model.HiddenTags;
import io.outputport.provisioner.descriptor.source.TableFacts;
import java.util.List;

/**
 * A column of the source that no consumer will see.
 *
 * @param name in the database
 * @param reason what keeps it from them, for example {@code tagged PII.Sensitive}
 */
public record HiddenColumn(String name, String reason) {

    /** In the order of the source; none where the role may read every column. */
    public static List<HiddenColumn> of(
            List<ContractColumn> known, TableFacts facts, HiddenTags hiddenTags, ColumnChoice choice) {
        return choice.permitted().stream()
                .flatMap(permitted -> choice.real().stream().filter(column -> !permitted.contains(column)))
                .map(column -> new HiddenColumn(column, reason(column, known, facts, hiddenTags)))
                .toList();
    }

    private static String reason(String column, List<ContractColumn> known, TableFacts facts, HiddenTags hiddenTags) {
        return known.stream()
                .filter(listed ->
                        ContractMatch.maybeMeant(listed.name().value(), facts).contains(column))
                .flatMap(listed -> listed.tags().stream())
                .filter(hiddenTags::cover)
                .sorted()
                .findFirst()
                .map(tag -> "tagged " + tag)
                .orElse("not in the data contract");
    }
}
