package io.outputport.provisioner.descriptor.subject;

import static io.outputport.provisioner.descriptor.subject.DescriptorProblems.CONTROL_CHARACTER;
import static io.outputport.provisioner.descriptor.subject.DescriptorProblems.NO_LETTERS;
import static io.outputport.provisioner.descriptor.subject.DescriptorProblems.TOO_LONG;

import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.text.Excerpt;
import io.outputport.provisioner.descriptor.model.DataProduct;
import io.outputport.provisioner.descriptor.model.Located;
import io.outputport.provisioner.descriptor.naming.NameText;
import io.outputport.provisioner.descriptor.naming.PortPrefix;
import io.outputport.provisioner.descriptor.tree.Field;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What ids and names may hold, wherever they go later: a URL, a log line, a column of the role mapper. */
public final class IdentifierRules {
    private IdentifierRules() {}

    public static Stream<Problem> characters(Subject subject) {
        Field product = subject.descriptor().dataProduct();
        Stream<Field> ofProduct = Stream.of("id", "name", "domain", "version").map(product::child);
        Stream<Field> ofPort = subject.port().stream().flatMap(port -> Stream.of(port.id(), port.name()));
        return Stream.concat(ofProduct, ofPort).flatMap(IdentifierRules::characters);
    }

    public static Stream<Problem> characters(Field field) {
        return field.text().stream()
                .flatMap(text -> Stream.of(tooLong(field, text.value()), control(field, text.value()))
                        .flatMap(Optional::stream));
    }

    public static Stream<Problem> prefixParts(Subject subject) {
        return subject.product().stream()
                .flatMap(product -> subject.port().stream()
                        .flatMap(port -> port.name().text().stream())
                        .flatMap(name -> prefixParts(product, name).stream()));
    }

    /** Every part of the prefix leaves something after normalising, and the whole leaves room for what follows it. */
    public static List<Problem> prefixParts(DataProduct product, Located<String> port) {
        return Stream.of(
                        withoutLetters(
                                "domain", product.domain(), product.domain().value()),
                        withoutLetters("name", product.name(), product.name().value()),
                        withoutLetters("version", product.version(), product.majorVersion()),
                        withoutLetters("name", port, port.value()),
                        withoutRoom(product, port))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Problem> withoutRoom(DataProduct product, Located<String> port) {
        int longest = PortPrefix.of(product, port.value()).length() + PortPrefix.LONGEST_ENDING;
        return longest <= NameText.LONGEST
                ? Optional.empty()
                : Optional.of(Problem.of(
                                TOO_LONG,
                                "Domain, data product and output port make names longer than the " + NameText.LONGEST
                                        + " characters that are allowed.",
                                "Shorten the longest of the three.")
                        .at(port.path(), port.position()));
    }

    private static Optional<Problem> withoutLetters(String field, Located<String> whole, String part) {
        return NameText.letters(part).isEmpty()
                ? Optional.of(Problem.of(
                                NO_LETTERS,
                                field + " " + Excerpt.quoted(whole.value()) + " leaves nothing to make names of.",
                                "Use letters a to z or digits.")
                        .at(whole.path(), whole.position()))
                : Optional.empty();
    }

    private static Optional<Problem> tooLong(Field field, String text) {
        return text.length() <= NameText.LONGEST
                ? Optional.empty()
                : Optional.of(field.problem(
                        TOO_LONG,
                        Excerpt.quoted(text) + " has " + text.length() + " characters.",
                        "At most " + NameText.LONGEST + " are allowed."));
    }

    public static Optional<Problem> control(Field field, String text) {
        return text.codePoints().noneMatch(IdentifierRules::isControl)
                ? Optional.empty()
                : Optional.of(field.problem(
                        CONTROL_CHARACTER, Excerpt.quoted(text) + " holds a control character.", "Remove it."));
    }

    private static boolean isControl(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            default -> false;
        };
    }
}
