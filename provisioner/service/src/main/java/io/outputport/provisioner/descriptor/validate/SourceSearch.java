package io.outputport.provisioner.descriptor.validate;

import static io.outputport.provisioner.descriptor.validate.DescriptorProblems.COMPONENT_TWICE;
import static io.outputport.provisioner.descriptor.validate.DescriptorProblems.NO_SOURCE;
import static io.outputport.provisioner.descriptor.validate.DescriptorProblems.SEVERAL_SOURCES;
import static io.outputport.provisioner.descriptor.validate.DescriptorProblems.SHAPE;
import static io.outputport.provisioner.descriptor.validate.DescriptorProblems.SOURCE_TECHNOLOGY;

import io.outputport.provisioner.descriptor.model.Located;
import io.outputport.provisioner.descriptor.model.SourceOutputPort;
import io.outputport.provisioner.descriptor.parse.Component;
import io.outputport.provisioner.descriptor.source.SourceTechnology;
import io.outputport.provisioner.descriptor.tree.Excerpt;
import io.outputport.provisioner.descriptor.tree.Field;
import io.outputport.provisioner.outcome.Outcome;
import io.outputport.provisioner.outcome.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Follows {@code dependsOn} to the one output port of the same data product that holds the data. */
record SourceSearch(Subject subject, Component port) {
    private static final String REMEDY = "List the id of the one output port that holds the data.";

    Outcome<Subject.Source> find() {
        return dependency().then(this::locate);
    }

    /** What {@code dependsOn} names beside the output port, workloads and other products' components, is not ours. */
    private Outcome<Component> dependency() {
        Field dependsOn = port.dependsOn();
        Map<String, List<Component>> ports = new LinkedHashMap<>();
        List<Problem> others = new ArrayList<>();
        for (Field entry : dependsOn.items()) {
            List<Component> components = entry.text()
                    .map(id -> subject.descriptor().components(id.value()))
                    .orElse(List.of());
            if (isSource(components)) {
                ports.putIfAbsent(key(components.get(0)), components);
            } else if (entry.text().isPresent() || entry.isObject() || entry.isList()) {
                others.add(noSource(entry, components));
            }
        }
        return choose(dependsOn, List.copyOf(ports.values()), others);
    }

    private Outcome<Component> choose(Field dependsOn, List<List<Component>> ports, List<Problem> others) {
        if (ports.isEmpty()) {
            return Outcome.stopped(others.isEmpty() ? List.of(nothing(dependsOn)) : others);
        }
        if (ports.size() > 1) {
            return Outcome.stopped(several(dependsOn, ports));
        }
        List<Component> only = ports.get(0);
        return only.size() == 1
                ? Outcome.done(only.get(0))
                : Outcome.stopped(only.get(1)
                        .id()
                        .problem(COMPONENT_TWICE, "Two components have the id " + shownId(only.get(1)) + "."));
    }

    private Outcome<Subject.Source> locate(Component source) {
        Optional<Field> stated = stack(source)
                .filter(field -> technology(field).isPresent())
                .findFirst()
                .or(() -> stack(source).findFirst());
        Optional<SourceTechnology> technology = stated.flatMap(this::technology);
        if (technology.isEmpty()) {
            return Outcome.stopped(unknownTechnology(source, stated));
        }
        SourceOutputPort read =
                stated.flatMap(Field::text).flatMap(source::asSource).orElseThrow();
        return subject.product()
                .map(product -> placed(technology.get().locate(product, read), stated.get())
                        .map(table -> new Subject.Source(read, Optional.of(table))))
                .orElseGet(() -> Outcome.done(new Subject.Source(read, Optional.empty())));
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

    private boolean isSource(List<Component> components) {
        return !components.isEmpty() && components.get(0).isOutputPort() && !isPort(components.get(0));
    }

    private boolean isPort(Component component) {
        return port.id().text().filter(id -> component.hasId(id.value())).isPresent();
    }

    private Problem noSource(Field entry, List<Component> components) {
        if (entry.text().isEmpty()) {
            return entry.problem(SHAPE, "An entry of dependsOn is " + entry.kind() + ", but must be text.", REMEDY);
        }
        String id = Excerpt.quoted(entry.text().get().value());
        if (components.isEmpty()) {
            String remedy = Nearest.to(entry.text().get().value(), ServedComponents.ids(subject))
                    .map(near -> "Did you mean " + Excerpt.quoted(near) + "?")
                    .orElse(REMEDY);
            return entry.problem(NO_SOURCE, id + " is not a component of this data product.", remedy);
        }
        if (isPort(components.get(0))) {
            return entry.problem(NO_SOURCE, "The output port depends on itself.", REMEDY);
        }
        String kind = components
                .get(0)
                .kind()
                .text()
                .map(it -> Excerpt.plain(it.value()))
                .orElse("no kind");
        return entry.problem(NO_SOURCE, id + " is not an output port, but of kind " + kind + ".", REMEDY);
    }

    private static Problem nothing(Field dependsOn) {
        return dependsOn.problem(NO_SOURCE, "dependsOn names no component.", REMEDY);
    }

    private static Problem several(Field dependsOn, List<List<Component>> ports) {
        String ids = ports.stream().limit(5).map(found -> shownId(found.get(0))).collect(Collectors.joining(", "));
        return dependsOn.problem(
                SEVERAL_SOURCES,
                "dependsOn names " + ports.size() + " output ports: " + ids + ".",
                "Keep one of them.");
    }

    private Problem unknownTechnology(Component source, Optional<Field> stated) {
        String known =
                subject.technologies().stream().map(SourceTechnology::name).collect(Collectors.joining(", "));
        String remedy =
                known.isEmpty() ? "No source technology is set up here." : "Data can be served from " + known + ".";
        return stated.flatMap(Field::text)
                .map(text -> Problem.of(
                                SOURCE_TECHNOLOGY,
                                "The source's technology is " + Excerpt.quoted(text.value())
                                        + ", which is not known here.",
                                remedy)
                        .at(text.path(), text.position()))
                .orElseGet(() -> source.technology()
                        .problem(SOURCE_TECHNOLOGY, "The source names neither technology nor platform.", remedy));
    }

    private Optional<SourceTechnology> technology(Field field) {
        return field.text()
                .flatMap(text -> subject.technologies().stream()
                        .filter(technology -> technology.isMeantBy(text.value().strip()))
                        .findFirst());
    }

    private static Stream<Field> stack(Component source) {
        return Stream.of(source.technology(), source.platform())
                .filter(field -> field.text().isPresent());
    }

    private static String key(Component component) {
        return component.id().text().map(Located::value).orElse("").toLowerCase(Locale.ROOT);
    }

    private static String shownId(Component component) {
        return component.id().text().map(id -> Excerpt.quoted(id.value())).orElse("");
    }
}
