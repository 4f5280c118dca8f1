package io.outputport.provisioner.sharing.descriptor;

import static io.outputport.provisioner.descriptor.subject.DescriptorProblems.SHAPE;

import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.text.Excerpt;
import io.outputport.foundation.text.Nearest;
import io.outputport.provisioner.descriptor.model.ContractColumn;
import io.outputport.provisioner.descriptor.subject.IdentifierRules;
import io.outputport.provisioner.descriptor.tree.Field;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A filter of partitions: values by the columns that a table is partitioned by. */
final class FilterRules {
    private static final Pattern PROPERTY = Pattern.compile("\\{recipient\\.[A-Za-z_][A-Za-z0-9_]{0,63}}");
    private static final String FORM = "Write for example region: EU, or client: \"{recipient.client_id}\".";

    private FilterRules() {}

    static Stream<Problem> check(Field filter, List<ContractColumn> contract) {
        if (!filter.isPresent()) {
            return Stream.empty();
        }
        if (!filter.isObject()) {
            return Stream.of(
                    filter.problem(SHAPE, "partitionFilter is " + filter.kind() + ", but must be an object.", FORM));
        }
        return filter.names().isEmpty()
                ? Stream.of(filter.problem(
                        SharingProblems.FILTER, "partitionFilter is empty.", "Leave it out, or " + lower(FORM)))
                : filter.names().stream()
                        .flatMap(
                                name -> Stream.of(column(filter.child(name), name, contract), value(filter.child(name)))
                                        .flatMap(Optional::stream)
                                        .limit(1));
    }

    private static String lower(String sentence) {
        return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }

    private static Optional<Problem> column(Field field, String name, List<ContractColumn> contract) {
        List<String> columns =
                contract.stream().map(column -> column.name().value()).toList();
        if (columns.isEmpty() || columns.stream().anyMatch(name::equalsIgnoreCase)) {
            return Optional.empty();
        }
        return Optional.of(Problem.of(
                        SharingProblems.FILTER,
                        "The data contract has no column " + Excerpt.quoted(name) + " to filter by.",
                        Nearest.to(name, columns)
                                .map(near -> "Write " + Excerpt.plain(near) + " if that is meant.")
                                .orElse("Write a column that the table is partitioned by."))
                .at(field.path(), field.named()));
    }

    private static Optional<Problem> value(Field field) {
        if (field.isObject() || field.isList()) {
            return Optional.of(
                    field.problem(SHAPE, "The value to filter by is " + field.kind() + ", but must be text.", FORM));
        }
        return field.text()
                .map(text -> IdentifierRules.characters(field).findFirst().or(() -> braces(field, text.value())))
                .orElseGet(() ->
                        Optional.of(field.problem(SharingProblems.FILTER, "The value to filter by is empty.", FORM)));
    }

    /** Whatever stands in braces is a property of the recipient, or a typing error that would share nothing. */
    private static Optional<Problem> braces(Field field, String value) {
        String rest = PROPERTY.matcher(value).replaceAll("");
        return rest.contains("{") || rest.contains("}")
                ? Optional.of(field.problem(
                        SharingProblems.FILTER,
                        Excerpt.quoted(value) + " holds braces that name no property of the recipient.",
                        "Write {recipient.<property>}, such as {recipient.client_id}."))
                : Optional.empty();
    }
}
