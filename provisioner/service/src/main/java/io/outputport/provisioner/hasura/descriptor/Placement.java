package io.outputport.provisioner.hasura.descriptor;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.descriptor.model.Located;
import java.util.List;
import java.util.stream.Stream;

/**
 * Puts what others hold of a port's names at the place of the name in the descriptor. A plan knows no text: its problems
 * name the field of the component, such as {@code specific.select}.
 */
public final class Placement {
    private final List<Located<String>> names;

    private Placement(HasuraOutputPort port) {
        RootFields fields = port.fields();
        this.names = List.of(
                port.name(),
                fields.customTableName(),
                fields.select(),
                fields.selectByPk(),
                fields.selectAggregate(),
                fields.selectStream());
    }

    public static Placement in(HasuraDescriptor descriptor) {
        return new Placement(descriptor.port());
    }

    public List<Problem> of(List<Problem> problems) {
        return problems.stream().map(this::of).toList();
    }

    public <T> Outcome<T> of(Outcome<T> outcome) {
        return outcome.match(Outcome::done, Outcome::later, problems -> Outcome.stopped(of(problems)));
    }

    private Problem of(Problem problem) {
        return problem.path().filter(path -> problem.position().isEmpty()).stream()
                .flatMap(this::named)
                .findFirst()
                .map(name -> problem.at(name.path(), name.position()))
                .orElse(problem);
    }

    private Stream<Located<String>> named(String field) {
        return names.stream().filter(name -> name.path().endsWith("." + field));
    }
}
