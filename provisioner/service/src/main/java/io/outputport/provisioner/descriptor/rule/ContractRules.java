package io.outputport.provisioner.descriptor.rule;

import static io.outputport.provisioner.descriptor.subject.DescriptorProblems.COLUMN_TWICE;
import static io.outputport.provisioner.descriptor.subject.DescriptorProblems.SHAPE;

import io.outputport.foundation.outcome.Position;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.text.Excerpt;
import io.outputport.provisioner.descriptor.parse.Component;
import io.outputport.provisioner.descriptor.subject.IdentifierRules;
import io.outputport.provisioner.descriptor.subject.RequiredText;
import io.outputport.provisioner.descriptor.subject.Subject;
import io.outputport.provisioner.descriptor.tree.Field;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the port promises: its columns. */
final class ContractRules {
    private ContractRules() {}

    /** A missing contract, or one without columns, is allowed. */
    static Stream<Problem> columns(Subject subject) {
        return subject.port().stream().map(Component::schema).flatMap(ContractRules::columns);
    }

    private static Stream<Problem> columns(Field schema) {
        if (schema.isPresent() && !schema.isList() && !isEmptyObject(schema)) {
            return Stream.of(schema.problem(
                    SHAPE, "schema is " + schema.kind() + ", but must be a list.", "List the columns, or write []."));
        }
        Map<String, Position> known = new HashMap<>();
        return schema.isList()
                ? schema.items().stream().map(column -> column(column, known)).flatMap(Optional::stream)
                : Stream.empty();
    }

    private static Optional<Problem> column(Field column, Map<String, Position> known) {
        if (!column.isObject()) {
            return Optional.of(column.problem(
                    SHAPE,
                    "A column is " + column.kind() + ", but must be an object.",
                    "Write its name and dataType."));
        }
        Field name = column.child("name");
        Optional<Problem> missing = new RequiredText(column, "name").described("the name of the column");
        return missing.or(() -> name.text()
                .flatMap(text -> IdentifierRules.characters(name)
                        .findFirst()
                        .or(() -> Optional.ofNullable(known.putIfAbsent(text.value(), text.position()))
                                .map(first -> twice(name, text.value(), first)))));
    }

    private static Problem twice(Field name, String column, Position first) {
        return name.problem(
                COLUMN_TWICE,
                "The column " + Excerpt.quoted(column) + " stands twice: first at " + first + ", again here.",
                "Remove one of them.");
    }

    private static boolean isEmptyObject(Field field) {
        return field.isObject() && field.names().isEmpty();
    }
}
