package io.outputport.provisioner.descriptor.subject;

import static io.outputport.provisioner.descriptor.subject.DescriptorProblems.SOURCE_TECHNOLOGY;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.text.Excerpt;
import io.outputport.foundation.text.Nearest;
import io.outputport.provisioner.descriptor.model.Located;
import io.outputport.provisioner.descriptor.model.SourceOutputPort;
import io.outputport.provisioner.descriptor.model.SourceTable;
import io.outputport.provisioner.descriptor.parse.Component;
import io.outputport.provisioner.descriptor.source.SourceNaming;
import io.outputport.provisioner.descriptor.tree.Field;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds where the port's data is: the output port it depends on, that one's technology, and its table.
 *
 * @param technologies the kinds of sources; the first that feels meant is taken
 */
public record SourceSearch(Subject subject, List<SourceNaming> technologies) {

    /** A source and where its data is; the table is not known as long as the product is not. */
    public record Source(SourceOutputPort port, Optional<SourceTable> table) {}

    /** Empty when there is no port that we serve. */
    public Optional<Outcome<Source>> find() {
        return subject.port()
                .map(port -> new DependsOn(subject.descriptor(), port).find().then(this::locate));
    }

    private Outcome<Source> locate(Component source) {
        Optional<Field> stated = stack(source)
                .filter(field -> technology(field).isPresent())
                .findFirst()
                .or(() -> stack(source).findFirst());
        Optional<Problem> misspelt =
                stack(source).flatMap(field -> misspelt(field).stream()).findFirst();
        if (misspelt.isPresent()) {
            return Outcome.stopped(misspelt.get());
        }
        Optional<SourceNaming> technology = stated.flatMap(this::technology);
        if (technology.isEmpty()) {
            return Outcome.stopped(unknownTechnology(source, stated));
        }
        SourceOutputPort read =
                stated.flatMap(Field::text).flatMap(source::asSource).orElseThrow();
        return subject.product()
                .map(product -> placed(technology.get().locate(product, read), stated.get())
                        .map(table -> new Source(read, Optional.of(table))))
                .orElseGet(() -> Outcome.done(new Source(read, Optional.empty())));
    }

    /** A problem of no place, such as missing settings, is shown where the technology is named. */
    private static <T> Outcome<T> placed(Outcome<T> located, Field technology) {
        return located.match(
                Outcome::done,
                Outcome::later,
                problems -> Outcome.stopped(problems.stream()
                        .map(it -> it.position().isPresent() ? it : it.at(technology.path(), technology.position()))
                        .toList()));
    }

    private Problem unknownTechnology(Component source, Optional<Field> stated) {
        String known = technologies.stream().map(SourceNaming::name).collect(Collectors.joining(", "));
        String remedy =
                known.isEmpty() ? "No source technology is set up here." : "Data can be served from " + known + ".";
        return stated.flatMap(Field::text)
                .map(text -> unknown(text, remedy))
                .orElseGet(() -> source.technology()
                        .problem(SOURCE_TECHNOLOGY, "The source names neither technology nor platform.", remedy));
    }

    /** Another word beside a platform that is known may be right, a misspelt name is not. */
    private Optional<Problem> misspelt(Field field) {
        List<String> names = technologies.stream().map(SourceNaming::name).toList();
        return field.text()
                .filter(text -> technology(field).isEmpty())
                .flatMap(text -> Nearest.to(text.value().strip().toLowerCase(Locale.ROOT), names)
                        .map(near -> unknown(text, "Write " + near + " if that is meant.")
                                .mendedBy(near)));
    }

    private static Problem unknown(Located<String> text, String remedy) {
        return Problem.of(
                        SOURCE_TECHNOLOGY,
                        "The source's technology is " + Excerpt.quoted(text.value()) + ", which is not known here.",
                        remedy)
                .at(text.path(), text.position());
    }

    private Optional<SourceNaming> technology(Field field) {
        return field.text()
                .flatMap(text -> technologies.stream()
                        .filter(technology -> technology.isMeantBy(text.value().strip()))
                        .findFirst());
    }

    private static Stream<Field> stack(Component source) {
        return Stream.of(source.technology(), source.platform())
                .filter(field -> field.text().isPresent());
    }
}
