package io.outputport.provisioner.hasura.plan.column;

import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.descriptor.model.ContractColumn;
import io.outputport.provisioner.descriptor.source.TableFacts;
import io.outputport.provisioner.hasura.plan.entry.PlanProblems;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether the data contract's primary key is that of the table. Consumers ask by the table's, whatever the contract says;
 * of a view nothing is known.
 */
public final class KeyDifferences {
    private KeyDifferences() {}

    /** Placed at the contract's first column of the key. */
    public static Optional<Problem> of(List<ContractColumn> contract, TableFacts facts) {
        List<ContractColumn> promised =
                contract.stream().filter(KeyDifferences::isKey).toList();
        Set<String> real = promised.stream()
                .flatMap(column -> ContractMatch.real(column.name().value(), facts).stream())
                .collect(Collectors.toSet());
        boolean same = real.size() == promised.size() && real.equals(Set.copyOf(facts.primaryKey()));
        return promised.isEmpty() || facts.view() || same ? Optional.empty() : Optional.of(problem(promised, facts));
    }

    private static boolean isKey(ContractColumn column) {
        return column.constraint()
                .map(text -> text.strip().toUpperCase(Locale.ROOT).replaceAll("[\\s-]+", "_"))
                .filter("PRIMARY_KEY"::equals)
                .isPresent();
    }

    private static Problem problem(List<ContractColumn> promised, TableFacts facts) {
        String names = promised.stream().map(column -> column.name().value()).collect(Collectors.joining(", "));
        String table = facts.table().schema() + "." + facts.table().name();
        String actual =
                facts.primaryKey().isEmpty() ? "has none" : "has (" + String.join(", ", facts.primaryKey()) + ")";
        ContractColumn first = promised.get(0);
        return Problem.of(
                        PlanProblems.PRIMARY_KEY,
                        "The data contract says that the primary key is (" + names + "), but table " + table + " "
                                + actual + ".",
                        "Correct the constraints in the contract, or the table's key.")
                .at(first.name().path(), first.name().position());
    }
}
