package io.outputport.provisioner.descriptor.subject;

import static io.outputport.provisioner.descriptor.subject.DescriptorProblems.ASSUMED;
import static io.outputport.provisioner.descriptor.subject.DescriptorProblems.COMPONENT_TWICE;
import static io.outputport.provisioner.descriptor.subject.DescriptorProblems.COMPONENT_UNKNOWN;
import static io.outputport.provisioner.descriptor.subject.DescriptorProblems.NOT_SERVED;

import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.text.Excerpt;
import io.outputport.foundation.text.Nearest;
import io.outputport.provisioner.descriptor.model.Located;
import io.outputport.provisioner.descriptor.parse.Component;
import io.outputport.provisioner.descriptor.tree.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which components this provisioner is for: output ports of the kinds that are switched on. */
public final class ServedComponents {
    private static final String ELSEWHERE = "Send it to the provisioner of its own kind and technology.";
    private static final int SHOWN_IDS = 5;

    private ServedComponents() {}

    /**
     * What an output port is written in. One that names neither technology nor platform was sent to us on purpose, and is
     * of the first kind. Where the platform is ours, the technology may be called something else, but not misspelt.
     */
    public static Optional<PortNotation> notation(Component component, List<PortNotation> notations) {
        if (!component.isOutputPort() || misspelt(component, notations).isPresent()) {
            return Optional.empty();
        }
        return stack(component).isEmpty()
                ? notations.stream().findFirst()
                : stack(component).stream()
                        .flatMap(field -> meantBy(field, notations).stream())
                        .findFirst();
    }

    private static Optional<PortNotation> meantBy(Field field, List<PortNotation> notations) {
        return field.text()
                .flatMap(text -> notations.stream()
                        .filter(notation -> notation.spellings().stream()
                                .anyMatch(text.value().strip()::equalsIgnoreCase))
                        .findFirst());
    }

    /** A word that is none of ours, but nearly is. */
    private record Misspelt(Field field, String meant) {}

    private static Optional<Misspelt> misspelt(Component component, List<PortNotation> notations) {
        return stack(component).stream()
                .filter(field -> meantBy(field, notations).isEmpty())
                .flatMap(field -> field.text().stream()
                        .flatMap(text -> nearest(text.value().strip(), notations).stream())
                        .map(meant -> new Misspelt(field, meant)))
                .findFirst();
    }

    private static Optional<String> nearest(String text, List<PortNotation> notations) {
        Map<String, String> spellings = new LinkedHashMap<>();
        notations.forEach(notation -> notation.spellings()
                .forEach(spelling -> spellings.putIfAbsent(spelling.toLowerCase(Locale.ROOT), spelling)));
        return Nearest.to(text.toLowerCase(Locale.ROOT), List.copyOf(spellings.keySet()))
                .map(near -> spellings.getOrDefault(near, near));
    }

    private static String ours(List<PortNotation> notations) {
        return "this provisioner serves components of kind outputport whose technology is "
                + notations.stream().map(ServedComponents::spelling).collect(Collectors.joining(" or "))
                + ".";
    }

    /** Why a port that names no technology is judged by rules which its author may not have meant. */
    public static Optional<Problem> assumed(Subject subject) {
        List<PortNotation> notations = subject.notations();
        return subject.port()
                .filter(port -> stack(port).isEmpty() && notations.size() > 1)
                .map(port -> port.technology()
                        .problem(
                                ASSUMED,
                                "The output port names no technology, so it is taken for one of "
                                        + spelling(notations.get(0)) + ".",
                                "If another is meant, add technology: "
                                        + notations.stream()
                                                .skip(1)
                                                .map(ServedComponents::spelling)
                                                .collect(Collectors.joining(" or "))
                                        + "."));
    }

    private static String spelling(PortNotation notation) {
        return notation.spellings().get(0);
    }

    /** The component that is to be provisioned is there, once, and one of ours. */
    public static Stream<Problem> check(Subject subject) {
        Field wanted = subject.descriptor().componentId();
        if (ProductRules.isProductItself(subject.descriptor())) {
            return Stream.empty();
        }
        if (wanted.text().isEmpty()) {
            return new RequiredText(subject.descriptor().root(), "componentIdToProvision")
                    .described("the id of the component to provision").stream();
        }
        boolean listed = ProductRules.components(subject).findAny().isEmpty();
        return subject.descriptor().dataProduct().isObject() && listed
                ? check(subject, wanted, wanted.text().get())
                : Stream.empty();
    }

    private static Stream<Problem> check(Subject subject, Field wanted, Located<String> id) {
        List<Component> found = subject.descriptor().components(id.value());
        if (found.isEmpty()) {
            return Stream.of(unknown(subject, wanted, id.value()));
        }
        Stream<Problem> twice = found.stream()
                .skip(1)
                .limit(1)
                .map(second -> second.id()
                        .problem(COMPONENT_TWICE, "Two components have the id " + Excerpt.quoted(id.value()) + "."));
        return Stream.concat(twice, notServed(found.get(0), subject.notations()).stream());
    }

    private static Optional<Problem> notServed(Component component, List<PortNotation> notations) {
        if (notation(component, notations).isPresent()) {
            return Optional.empty();
        }
        Field kind = component.kind();
        if (kind.text().isEmpty()) {
            return new RequiredText(component.field(), "kind").problem("outputport");
        }
        if (!component.isOutputPort()) {
            return Optional.of(kind.problem(
                    NOT_SERVED,
                    "The component is of kind " + shown(kind) + ", but " + ours(notations),
                    meant(kind, "outputport")));
        }
        Optional<Misspelt> misspelt = misspelt(component, notations);
        Field technology = misspelt.map(Misspelt::field).orElse(stack(component).get(0));
        Problem problem = technology.problem(
                NOT_SERVED,
                "The output port's technology is " + shown(technology) + ", but " + ours(notations),
                misspelt.map(word -> "Write " + word.meant() + " if that is meant.")
                        .orElse(ELSEWHERE));
        return Optional.of(misspelt.map(word -> problem.mendedBy(word.meant())).orElse(problem));
    }

    private static String meant(Field written, String ours) {
        return written.text()
                .flatMap(text -> Nearest.to(text.value().strip(), List.of(ours)))
                .map(near -> "Did you mean " + near + "?")
                .orElse(ELSEWHERE);
    }

    private static Problem unknown(Subject subject, Field wanted, String id) {
        String message = "No component of the data product has the id " + Excerpt.quoted(id) + ".";
        List<String> ids = subject.descriptor().ids();
        return Nearest.to(id, ids)
                .map(near -> wanted.problem(COMPONENT_UNKNOWN, message, "Did you mean " + Excerpt.quoted(near) + "?")
                        .mendedBy(near))
                .orElseGet(() -> wanted.problem(COMPONENT_UNKNOWN, message, known(ids)));
    }

    private static String known(List<String> ids) {
        if (ids.isEmpty()) {
            return "dataProduct.components lists no component with an id.";
        }
        String first = ids.stream().limit(SHOWN_IDS).map(Excerpt::quoted).collect(Collectors.joining(", "));
        return "Its components are " + first + (ids.size() > SHOWN_IDS ? " and others." : ".");
    }

    private static List<Field> stack(Component component) {
        return Stream.of(component.technology(), component.platform())
                .filter(field -> field.isPresent())
                .toList();
    }

    private static String shown(Field field) {
        return field.text().map(text -> Excerpt.quoted(text.value())).orElse(field.kind());
    }
}
