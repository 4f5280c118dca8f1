package io.outputport.provisioner.hasura.plan.column;

import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.descriptor.model.ContractColumn;
import io.outputport.provisioner.descriptor.naming.NameText;
import io.outputport.provisioner.descriptor.source.TableFacts;
import io.outputport.provisioner.hasura.plan.entry.PlanProblems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Contract columns and the columns of the source that they mean.
 *
 * @param realNames in the order of the contract
 * @param problems one for each contract column that means no column, more than one, or the same as another
 */
public record ContractMatch(Map<ContractColumn, String> realNames, List<Problem> problems) {
    static ContractMatch of(List<ContractColumn> contract, TableFacts facts) {
        Map<ContractColumn, String> realNames = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (ContractColumn column : contract) {
            List<String> meant = meant(column.name().value(), facts);
            if (meant.size() == 1) {
                realNames.put(column, meant.get(0));
            } else {
                problems.add(meant.isEmpty() ? missing(column, facts) : ambiguous(column, meant, facts));
            }
        }
        problems.addAll(shared(realNames, facts));
        return new ContractMatch(realNames, problems);
    }

    /** Exactly, else in other letter case where that leaves one. */
    static Optional<String> real(String written, TableFacts facts) {
        List<String> meant = meant(written, facts);
        return meant.size() == 1 ? Optional.of(meant.get(0)) : Optional.empty();
    }

    /** The one that is written exactly so, else all that differ in letter case only. */
    public static List<String> meant(String written, TableFacts facts) {
        List<String> alike = facts.columns().stream()
                .map(TableFacts.Column::name)
                .filter(written::equalsIgnoreCase)
                .toList();
        return alike.contains(written) ? List.of(written) : alike;
    }

    /** For tags that hide: a name that means nothing else may be written with other spaces, hyphens or underscores. */
    static List<String> maybeMeant(String written, TableFacts facts) {
        List<String> meant = meant(written, facts);
        return meant.isEmpty()
                ? facts.columns().stream()
                        .map(TableFacts.Column::name)
                        .filter(name -> NameText.letters(name)
                                .replace("_", "")
                                .equals(NameText.letters(written).replace("_", "")))
                        .toList()
                : meant;
    }

    /** Which of them consumers would see must not hang on the order of the contract. */
    private static List<Problem> shared(Map<ContractColumn, String> realNames, TableFacts facts) {
        Map<String, TreeSet<String>> writings = new TreeMap<>();
        realNames.forEach((column, real) -> writings.computeIfAbsent(real, name -> new TreeSet<>())
                .add(column.name().value()));
        return realNames.entrySet().stream()
                .filter(match -> isOneOfSeveral(match, writings.getOrDefault(match.getValue(), new TreeSet<>())))
                .map(match -> shared(match.getKey(), writings.getOrDefault(match.getValue(), new TreeSet<>()), facts))
                .toList();
    }

    /** Told of those that are not written as the column is; of all, where none is. */
    private static boolean isOneOfSeveral(Map.Entry<ContractColumn, String> match, TreeSet<String> writings) {
        return writings.size() > 1 && !match.getKey().name().value().equals(match.getValue());
    }

    private static Problem shared(ContractColumn column, TreeSet<String> writings, TableFacts facts) {
        String real = real(column.name().value(), facts).orElseThrow();
        return at(
                column,
                Problem.of(
                        PlanProblems.COLUMN_AMBIGUOUS,
                        "The data contract lists columns " + joined(List.copyOf(writings)) + ", which all mean column "
                                + real + " of " + shown(facts) + ".",
                        "Keep the one that consumers are to see."));
    }

    private static Problem ambiguous(ContractColumn column, List<String> meant, TableFacts facts) {
        List<String> choices = List.copyOf(new TreeSet<>(meant));
        String several = choices.size() == 2 ? "both " : "each of ";
        return at(
                column,
                Problem.of(
                        PlanProblems.COLUMN_AMBIGUOUS,
                        "The data contract lists column " + column.name().value() + ", which means " + several
                                + joined(choices) + " of " + shown(facts) + ".",
                        "Write one of them exactly as it is."));
    }

    private static Problem missing(ContractColumn column, TableFacts facts) {
        String columns = String.join(
                ", ", facts.columns().stream().map(TableFacts.Column::name).toList());
        return at(
                column,
                Problem.of(
                        PlanProblems.COLUMN_MISSING,
                        "The data contract lists column " + column.name().value() + ", but " + shown(facts)
                                + " has no such column.",
                        "Its columns are: " + columns + "."));
    }

    private static String joined(List<String> names) {
        int last = names.size() - 1;
        return String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    private static String shown(TableFacts facts) {
        return facts.table().schema() + "." + facts.table().name();
    }

    private static Problem at(ContractColumn column, Problem problem) {
        return problem.at(column.name().path(), column.name().position());
    }
}
