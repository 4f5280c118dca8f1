package io.outputport.provisioner.descriptor.validate;

import static io.outputport.provisioner.descriptor.validate.DescriptorProblems.MISSING;
import static io.outputport.provisioner.descriptor.validate.DescriptorProblems.SHAPE;

import io.outputport.provisioner.descriptor.tree.Excerpt;
import io.outputport.provisioner.descriptor.tree.Field;
import io.outputport.provisioner.descriptor.tree.Nearest;
import io.outputport.provisioner.outcome.Problem;
import java.util.Optional;

/** A field that must hold a text. */
record RequiredText(Field parent, String name) {

    /**
     * Empty when the text is there.
     *
     * @param remedy what to write
     */
    Optional<Problem> problem(String remedy) {
        Field field = parent.child(name);
        if (field.text().isPresent()) {
            return Optional.empty();
        }
        if (field.isObject() || field.isList()) {
            return Optional.of(field.problem(SHAPE, name + " is " + field.kind() + ", but must be text.", remedy));
        }
        return Optional.of(
                parent.names().contains(name)
                        ? field.problem(MISSING, name + " is empty.", remedy)
                        : missing(field, remedy));
    }

    private Problem missing(Field field, String remedy) {
        return Nearest.to(name, parent.names())
                .map(typo -> Problem.of(
                                MISSING,
                                name + " is missing.",
                                "There is " + Excerpt.quoted(typo) + ": did you mean " + name + "? " + remedy)
                        .at(field.path(), parent.child(typo).position()))
                .orElseGet(() -> field.problem(MISSING, name + " is missing.", remedy));
    }
}
