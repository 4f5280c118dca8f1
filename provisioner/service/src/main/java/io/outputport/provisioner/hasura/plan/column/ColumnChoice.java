package io.outputport.provisioner.hasura.plan.column;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.provisioner.descriptor.model.ContractColumn;
import io.outputport.provisioner.descriptor.model.HiddenTags;
import io.outputport.provisioner.descriptor.source.TableFacts;
import io.outputport.provisioner.hasura.naming.GraphqlName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which columns consumers may read, and under which names.
 *
 * @param real all columns of the source in their order, by their names in the database
 * @param permitted names in the database; empty for all of them
 * @param graphqlNames by the name in the database: what consumers see, where it differs
 * @param kept names that consumers of a port that was taken over use and keep, by the name in the database
 * @param unused what the contract calls those of them that it names differently, by the name in the database
 */
public record ColumnChoice(
        List<String> real,
        Optional<Set<String>> permitted,
        Map<String, String> graphqlNames,
        Map<String, String> kept,
        Map<String, String> unused) {
    public ColumnChoice {
        real = List.copyOf(real);
        permitted = permitted.map(Set::copyOf);
        graphqlNames = Map.copyOf(graphqlNames);
        kept = Map.copyOf(kept);
        unused = Map.copyOf(unused);
    }

    /** Nobody has used the port under other names before. */
    public ColumnChoice(List<String> real, Optional<Set<String>> permitted, Map<String, String> graphqlNames) {
        this(real, permitted, graphqlNames, Map.of(), Map.of());
    }

    /**
     * The contract's columns, or all where it lists none.
     *
     * @param contract of the output port itself
     * @param sourceContract of the output port that it reads from; only its tags count
     * @param hiddenTags a column with one of these is shown to nobody; while there are any, so is a column that neither
     *     contract lists
     * @return stopped with every column that the source does not have, or that means no single one of it
     */
    public static Outcome<ColumnChoice> of(
            List<ContractColumn> contract,
            List<ContractColumn> sourceContract,
            TableFacts facts,
            HiddenTags hiddenTags) {
        ContractMatch promised = ContractMatch.of(contract, facts);
        if (!promised.problems().isEmpty()) {
            return Outcome.stopped(promised.problems());
        }
        Set<String> permitted = new HashSet<>(promised.realNames().values());
        if (!hiddenTags.isEmpty()) {
            ContractMatch known = ContractMatch.of(sourceContract, facts);
            permitted.addAll(contract.isEmpty() ? known.realNames().values() : Set.of());
            permitted.removeAll(hidden(contract, facts, hiddenTags));
            permitted.removeAll(hidden(sourceContract, facts, hiddenTags));
        }
        boolean all = contract.isEmpty() && hiddenTags.isEmpty();
        List<String> real =
                facts.columns().stream().map(TableFacts.Column::name).toList();
        return Outcome.done(new ColumnChoice(
                real, all ? Optional.empty() : Optional.of(permitted), consumerNames(promised, facts)));
    }

    /** Every column that a tagged one may mean: where two differ in letter case only, both are hidden. */
    private static Set<String> hidden(List<ContractColumn> contract, TableFacts facts, HiddenTags hiddenTags) {
        return contract.stream()
                .filter(column -> column.tags().stream().anyMatch(hiddenTags::cover))
                .flatMap(column -> ContractMatch.maybeMeant(column.name().value(), facts).stream())
                .collect(Collectors.toSet());
    }

    /** What consumers may select, in the order of the source's columns. */
    public List<String> shown() {
        Set<String> readable = readable();
        return real.stream().filter(readable::contains).map(this::shown).toList();
    }

    /** What consumers call a column. */
    public String shown(String column) {
        return graphqlNames.getOrDefault(column, column);
    }

    /** What consumers may select, by the names in the database. */
    public Set<String> readable() {
        return permitted.orElseGet(() -> Set.copyOf(real));
    }

    /** The same columns under the names that their consumers use; only those that they may still read are kept for them. */
    public ColumnChoice keeping(Map<String, String> names) {
        Set<String> readable = readable();
        Map<String, String> theirs = new HashMap<>(names);
        theirs.keySet().retainAll(readable);
        Map<String, String> others = new HashMap<>();
        theirs.forEach((column, name) -> {
            if (!name.equals(shown(column))) {
                others.put(column, shown(column));
            }
        });
        return new ColumnChoice(real, permitted, named(theirs), theirs, others);
    }

    /** The same, but the names are the port's own: the next descriptor may ask for others. */
    public ColumnChoice holding(Map<String, String> names) {
        return new ColumnChoice(real, permitted, named(names), kept, unused);
    }

    /** A column that wants a name which is now another's gets a legal form of it. */
    private Map<String, String> named(Map<String, String> fixed) {
        Set<String> taken = new LinkedHashSet<>();
        real.forEach(column -> taken.add(fixed.getOrDefault(column, shown(column))));
        Set<String> given = new HashSet<>(fixed.values());
        Map<String, String> names = new HashMap<>();
        for (String column : real) {
            String wanted = fixed.getOrDefault(column, shown(column));
            boolean free = fixed.containsKey(column) || given.add(wanted);
            String name = free ? wanted : GraphqlName.legalColumnName(wanted, taken);
            taken.add(name);
            if (!name.equals(column)) {
                names.put(column, name);
            }
        }
        return names;
    }

    /** Consumers see a column as the contract writes it, and in a legal form where GraphQL forbids that. */
    private static Map<String, String> consumerNames(ContractMatch promised, TableFacts facts) {
        Map<String, String> written = new HashMap<>();
        promised.realNames()
                .forEach((column, real) -> written.put(real, column.name().value()));
        List<String> real =
                facts.columns().stream().map(TableFacts.Column::name).toList();
        List<String> shown =
                real.stream().map(name -> written.getOrDefault(name, name)).toList();
        Map<String, String> legal = GraphqlName.legalColumnNames(shown);
        Map<String, String> names = new HashMap<>();
        for (int i = 0; i < real.size(); i++) {
            String name = legal.getOrDefault(shown.get(i), shown.get(i));
            if (!name.equals(real.get(i))) {
                names.put(real.get(i), name);
            }
        }
        return names;
    }
}
