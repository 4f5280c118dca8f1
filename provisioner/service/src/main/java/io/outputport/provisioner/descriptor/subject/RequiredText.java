package io.outputport.provisioner.descriptor.subject;

import static io.outputport.provisioner.descriptor.subject.DescriptorProblems.MISSING;
import static io.outputport.provisioner.descriptor.subject.DescriptorProblems.SHAPE;

import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.text.Excerpt;
import io.outputport.foundation.text.Nearest;
import io.outputport.provisioner.descriptor.tree.Field;
import java.util.Optional;

/** A field that must hold a text. */
public record RequiredText(Field parent, String name) {

    /**
     * Empty when the text is there.
     *
     * @param text what to write there
     */
    public Optional<Problem> problem(String text) {
        return problem("Write " + text + ".", "Add " + name + ": " + text + ".")
                .map(problem -> canBeWritten() ? problem.mendedBy(text) : problem);
    }

    /**
     * The same, where only the author knows the text.
     *
     * @param description what it is, such as {@code the data product's URN}
     */
    public Optional<Problem> described(String description) {
        return problem("Write " + description + ".", "Add " + name + ": <" + description + ">.");
    }

    /** In the place of an object it would throw that away, and beside a misspelt name it would be there twice. */
    private boolean canBeWritten() {
        Field field = parent.child(name);
        return !field.isObject() && !field.isList() && misspelt(parent, name).isEmpty();
    }

    private Optional<Problem> problem(String write, String add) {
        Field field = parent.child(name);
        if (field.text().isPresent()) {
            return Optional.empty();
        }
        if (field.isObject() || field.isList()) {
            return Optional.of(field.problem(SHAPE, name + " is " + field.kind() + ", but must be text.", write));
        }
        return Optional.of(
                parent.names().contains(name)
                        ? field.problem(MISSING, name + " is empty.", write)
                        : missing(parent, name, add));
    }

    /** A field that is not there, at the name that was meant for it if there is such a one. */
    static Problem missing(Field parent, String name, String add) {
        Field field = parent.child(name);
        return misspelt(parent, name)
                .map(typo -> Problem.of(
                                MISSING,
                                name + " is missing.",
                                "There is " + Excerpt.quoted(typo) + ": did you mean " + name + "?")
                        .at(field.path(), parent.child(typo).named()))
                .orElseGet(() -> field.problem(MISSING, name + " is missing.", add));
    }

    private static Optional<String> misspelt(Field parent, String name) {
        return parent.names().contains(name) ? Optional.empty() : Nearest.to(name, parent.names());
    }
}
