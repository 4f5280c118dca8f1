package io.outputport.provisioner.plan;

import io.outputport.provisioner.descriptor.model.ContractColumn;
import io.outputport.provisioner.descriptor.source.TableFacts;
import io.outputport.provisioner.outcome.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Contract columns and the columns of the source that they mean.
 *
 * @param problems one for each contract column that means no column, or more than one
 */
record ContractMatch(Map<ContractColumn, String> realNames, List<Problem> problems) {
    static ContractMatch of(List<ContractColumn> contract, TableFacts facts) {
        Map<ContractColumn, String> realNames = new HashMap<>();
        List<Problem> problems = new ArrayList<>();
        contract.forEach(column -> real(column.name().value(), facts)
                .ifPresentOrElse(name -> realNames.put(column, name), () -> problems.add(missing(column, facts))));
        return new ContractMatch(realNames, problems);
    }

    /** Exactly, else in other letter case where that leaves one. */
    static Optional<String> real(String written, TableFacts facts) {
        List<String> meant = meant(written, facts);
        return meant.size() == 1 ? Optional.of(meant.get(0)) : Optional.empty();
    }

    /** The one that is written exactly so, else all that differ in letter case only. */
    static List<String> meant(String written, TableFacts facts) {
        List<String> alike = facts.columns().stream()
                .map(TableFacts.Column::name)
                .filter(written::equalsIgnoreCase)
                .toList();
        return alike.contains(written) ? List.of(written) : alike;
    }

    private static Problem missing(ContractColumn column, TableFacts facts) {
        String columns = String.join(
                ", ", facts.columns().stream().map(TableFacts.Column::name).toList());
        return Problem.of(
                        PlanProblems.COLUMN_MISSING,
                        "The data contract lists column " + column.name().value() + ", but "
                                + facts.table().schema() + "." + facts.table().name() + " has no such column.",
                        "Its columns are: " + columns + ".")
                .at(column.name().path(), column.name().position());
    }
}
