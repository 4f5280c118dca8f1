package io.outputport.provisioner.hasura.descriptor;

import static io.outputport.provisioner.descriptor.subject.DescriptorProblems.NAME_ILLEGAL;
import static io.outputport.provisioner.descriptor.subject.DescriptorProblems.NAME_PREFIX;
import static io.outputport.provisioner.descriptor.subject.DescriptorProblems.NAME_TWICE;
import static io.outputport.provisioner.descriptor.subject.DescriptorProblems.SHAPE;
import static io.outputport.provisioner.descriptor.subject.DescriptorProblems.TOO_LONG;

import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.text.Excerpt;
import io.outputport.provisioner.descriptor.model.Located;
import io.outputport.provisioner.descriptor.naming.NameText;
import io.outputport.provisioner.descriptor.naming.PortPrefix;
import io.outputport.provisioner.descriptor.parse.Component;
import io.outputport.provisioner.descriptor.subject.IdentifierRules;
import io.outputport.provisioner.descriptor.subject.RequiredText;
import io.outputport.provisioner.descriptor.subject.Subject;
import io.outputport.provisioner.descriptor.tree.Field;
import io.outputport.provisioner.hasura.naming.GraphqlName;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table's name and the four root fields': all there, legal, with the port's prefix, and no root field twice. */
final class NameRules {
    private final Component port;
    private final Set<String> prefixes;
    private final Map<NamedField, String> names = new EnumMap<>(NamedField.class);

    private NameRules(Component port, Set<String> prefixes) {
        this.port = port;
        this.prefixes = prefixes;
        for (NamedField field : NamedField.values()) {
            port.specific().child(field.field()).text().map(Located::value).ifPresent(name -> names.put(field, name));
        }
    }

    static Stream<Problem> check(Subject subject) {
        return subject.port().stream().flatMap(port -> new NameRules(port, prefixes(subject, port)).problems());
    }

    /** None as long as product or port lack a part of it. */
    private static Set<String> prefixes(Subject subject, Component port) {
        return subject.product()
                .filter(product ->
                        IdentifierRules.prefixParts(subject).findAny().isEmpty())
                .flatMap(product -> port.name().text().map(name -> PortPrefix.all(product, name.value())))
                .orElse(Set.of());
    }

    private Stream<Problem> problems() {
        Optional<NameSuggestion> suggestion = prefixes.stream()
                .findFirst()
                .map(prefix -> new NameSuggestion(
                        prefix, port.name().text().map(Located::value).orElse(""), right()));
        Optional<Problem> shape = shape();
        if (shape.isPresent()) {
            return shape.stream();
        }
        List<Problem> problems = new ArrayList<>();
        for (NamedField field : NamedField.values()) {
            problem(field, suggestion).ifPresent(problems::add);
        }
        return problems.stream();
    }

    private Optional<Problem> shape() {
        Field specific = port.specific();
        return specific.isPresent() && !specific.isObject()
                ? Optional.of(specific.problem(SHAPE, "specific is " + specific.kind() + ", but must be an object."))
                : Optional.empty();
    }

    private Optional<Problem> problem(NamedField field, Optional<NameSuggestion> suggestion) {
        Optional<String> name = Optional.ofNullable(names.get(field));
        if (name.isEmpty()) {
            RequiredText required = new RequiredText(port.specific(), field.field());
            return suggestion
                    .map(it -> required.problem(it.insteadOfNothing(field)))
                    .orElseGet(() -> required.described("a name with the port's prefix"));
        }
        return wrong(field, name.get())
                .map(problem -> suggestion
                        .map(it -> mended(problem, it.insteadOf(name.get(), field)))
                        .orElse(problem));
    }

    private Optional<Problem> wrong(NamedField field, String name) {
        Field place = port.specific().child(field.field());
        String shown = Excerpt.quoted(name);
        if (name.length() > NameText.LONGEST) {
            return Optional.of(place.problem(
                    TOO_LONG, shown + " has more than the " + NameText.LONGEST + " characters that are allowed."));
        }
        if (!GraphqlName.isLegal(name)) {
            return Optional.of(
                    place.problem(
                            NAME_ILLEGAL,
                            shown
                                    + " is no GraphQL name: letters, digits and _ are allowed, no digit and no __ at the start."));
        }
        if (!prefixes.isEmpty() && prefixes.stream().noneMatch(name::startsWith)) {
            return Optional.of(place.problem(
                    NAME_PREFIX,
                    shown + " does not start with " + prefixes.iterator().next() + "."));
        }
        return sameAs(field, name)
                .map(first -> place.problem(
                        NAME_TWICE,
                        shown + " is the name of " + first.field() + " too, but the four root fields must differ."));
    }

    /** The root field before this one that has the same name. */
    private Optional<NamedField> sameAs(NamedField field, String name) {
        return names.entrySet().stream()
                .filter(other -> field.isRootField() && other.getKey().isRootField())
                .filter(other ->
                        other.getKey().compareTo(field) < 0 && other.getValue().equals(name))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private Set<String> right() {
        return names.entrySet().stream()
                .filter(name -> wrong(name.getKey(), name.getValue()).isEmpty())
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
    }

    private static Problem mended(Problem problem, String name) {
        Optional<String> hint = Optional.of("Write " + name + ".");
        return new Problem(problem.code(), problem.message(), problem.path(), problem.position(), hint).mendedBy(name);
    }
}
