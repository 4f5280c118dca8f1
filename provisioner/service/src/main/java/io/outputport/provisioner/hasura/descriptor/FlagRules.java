package io.outputport.provisioner.hasura.descriptor;

import static io.outputport.provisioner.descriptor.subject.DescriptorProblems.SHAPE;

import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.descriptor.subject.Subject;
import io.outputport.provisioner.descriptor.tree.Field;
import java.util.stream.Stream;

/** What is decided by yes or no in {@code specific}. */
final class FlagRules {
    private FlagRules() {}

    static Stream<Problem> check(Subject subject) {
        return subject.port().stream()
                .flatMap(port -> Stream.of("allowAggregations", "renameColumns")
                        .filter(name -> port.flag(name).isEmpty())
                        .map(name -> port.specific().child(name))
                        .filter(Field::isPresent)
                        .map(FlagRules::undecided));
    }

    private static Problem undecided(Field flag) {
        String name = flag.path().substring(flag.path().lastIndexOf('.') + 1);
        return flag.problem(SHAPE, name + " says neither yes nor no.", "Write true or false, or leave it out.");
    }
}
