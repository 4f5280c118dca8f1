package io.outputport.provisioner.descriptor.rule;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.descriptor.FakeTechnology;
import io.outputport.provisioner.descriptor.model.OutputPortDescriptor;
import io.outputport.provisioner.descriptor.source.SourceRules;
import io.outputport.provisioner.descriptor.tree.DescriptorLimits;
import io.outputport.provisioner.hasura.descriptor.HasuraDescriptor;
import io.outputport.provisioner.hasura.descriptor.HasuraNotation;
import java.util.List;
import java.util.Optional;

/** What the check says of a text, in forms that tests can compare. */
public final class Verdicts {
    private Verdicts() {}

    static DescriptorCheck checkFor(Optional<String> environment) {
        return new DescriptorCheck(
                DescriptorLimits.standard(),
                environment,
                List.of(new HasuraNotation(
                        List.of(FakeTechnology.postgres(), new FakeTechnology("snowflake")), SourceRules.NONE)));
    }

    public static HasuraDescriptor accepted(String text) {
        return check(text)
                .match(
                        descriptor -> (HasuraDescriptor) descriptor,
                        (after, problem) -> {
                            throw new AssertionError(problem.sentence());
                        },
                        problems -> {
                            throw new AssertionError(problems);
                        });
    }

    public static List<Problem> problems(String text) {
        return problems(check(text));
    }

    public static List<String> sentences(String text) {
        return problems(text).stream().map(Problem::sentence).toList();
    }

    public static List<String> codes(String text) {
        return codes(check(text));
    }

    public static List<String> codes(Outcome<?> outcome) {
        return problems(outcome).stream().map(problem -> problem.code().id()).toList();
    }

    private static Outcome<OutputPortDescriptor> check(String text) {
        return checkFor(Optional.empty()).check("COMPONENT_DESCRIPTOR", text);
    }

    private static List<Problem> problems(Outcome<?> outcome) {
        return outcome.match(done -> List.of(), (after, problem) -> List.of(problem), problems -> problems);
    }
}
