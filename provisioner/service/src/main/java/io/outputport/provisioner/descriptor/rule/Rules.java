package io.outputport.provisioner.descriptor.rule;

import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.descriptor.subject.DescriptorProblems;
import io.outputport.provisioner.descriptor.subject.IdentifierRules;
import io.outputport.provisioner.descriptor.subject.ProductRules;
import io.outputport.provisioner.descriptor.subject.RequiredText;
import io.outputport.provisioner.descriptor.subject.Rule;
import io.outputport.provisioner.descriptor.subject.ServedComponents;
import io.outputport.provisioner.descriptor.subject.Subject;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** All rules, those of the port's own kind last, in the order in which problems of the same place are told. */
final class Rules {
    private static final List<Rule> OF_ALL_KINDS = List.of(
            ProductRules::requiredFields,
            ProductRules::environment,
            ProductRules::components,
            ServedComponents::check,
            Rules::portName,
            IdentifierRules::characters,
            IdentifierRules::prefixParts,
            ContractRules::columns);

    /** A text may hold thousands of the same mistake; nobody reads them all. */
    private static final int MOST = 100;

    private Rules() {}

    /** Everything that is wrong, in the order of the text; problems of no place come last. */
    static List<Problem> check(Subject subject) {
        List<Problem> own = subject.notation().stream()
                .flatMap(notation -> notation.rules().stream())
                .flatMap(rule -> rule.check(subject))
                .toList();
        Stream<Problem> assumed = own.isEmpty() ? Stream.empty() : ServedComponents.assumed(subject).stream();
        List<Problem> problems = Stream.of(
                        OF_ALL_KINDS.stream().flatMap(rule -> rule.check(subject)), assumed, own.stream())
                .flatMap(some -> some)
                .distinct()
                .sorted(Comparator.comparing(
                        problem -> problem.position().orElse(null), Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
        if (problems.size() <= MOST) {
            return problems;
        }
        String rest = "There are " + (problems.size() - MOST) + " more problems.";
        return Stream.concat(problems.stream().limit(MOST), Stream.of(Problem.of(DescriptorProblems.MORE, rest)))
                .toList();
    }

    private static Stream<Problem> portName(Subject subject) {
        return subject.port().stream()
                .flatMap(port ->
                        new RequiredText(port.field(), "name").described("the name of the output port").stream());
    }
}
