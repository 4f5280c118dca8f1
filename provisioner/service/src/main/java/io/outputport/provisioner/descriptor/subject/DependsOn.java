package io.outputport.provisioner.descriptor.subject;

import static io.outputport.provisioner.descriptor.subject.DescriptorProblems.COMPONENT_TWICE;
import static io.outputport.provisioner.descriptor.subject.DescriptorProblems.NO_SOURCE;
import static io.outputport.provisioner.descriptor.subject.DescriptorProblems.SEVERAL_SOURCES;
import static io.outputport.provisioner.descriptor.subject.DescriptorProblems.SHAPE;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.text.Excerpt;
import io.outputport.foundation.text.Nearest;
import io.outputport.provisioner.descriptor.model.Located;
import io.outputport.provisioner.descriptor.parse.Component;
import io.outputport.provisioner.descriptor.parse.ComponentDescriptor;
import io.outputport.provisioner.descriptor.tree.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Follows {@code dependsOn} to the one output port of the same data product that holds the data. */
record DependsOn(ComponentDescriptor descriptor, Component port) {
    private static final int MOST_TOLD = 20;
    private static final String REMEDY = "List the id of the one output port that holds the data.";

    /** What {@code dependsOn} names beside the output port, workloads and other products' components, is not ours. */
    Outcome<Component> find() {
        Field dependsOn = port.dependsOn();
        Map<String, List<Component>> ports = new LinkedHashMap<>();
        List<Problem> others = new ArrayList<>();
        for (Field entry : dependsOn.items()) {
            List<Component> components =
                    entry.text().map(id -> descriptor.components(id.value())).orElse(List.of());
            if (isSource(components)) {
                ports.putIfAbsent(key(components.get(0)), components);
            } else if (others.size() < MOST_TOLD && !isBlank(entry)) {
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

    private static boolean isBlank(Field entry) {
        return entry.text().isEmpty() && !entry.isObject() && !entry.isList();
    }

    private boolean isSource(List<Component> components) {
        return !components.isEmpty() && components.get(0).isOutputPort() && !isPort(components.get(0));
    }

    private boolean isPort(Component component) {
        return key(port).equals(key(component));
    }

    private Problem noSource(Field entry, List<Component> components) {
        if (entry.text().isEmpty()) {
            return entry.problem(SHAPE, "An entry of dependsOn is " + entry.kind() + ", but must be text.", REMEDY);
        }
        String id = Excerpt.quoted(entry.text().get().value());
        if (components.isEmpty()) {
            String message = id + " is not a component of this data product.";
            return Nearest.to(entry.text().get().value(), descriptor.ids())
                    .map(near -> entry.problem(NO_SOURCE, message, "Did you mean " + Excerpt.quoted(near) + "?")
                            .mendedBy(near))
                    .orElseGet(() -> entry.problem(NO_SOURCE, message, REMEDY));
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

    private Problem nothing(Field dependsOn) {
        if (port.field().names().contains("dependsOn")) {
            return dependsOn.problem(NO_SOURCE, "dependsOn names no component.", REMEDY);
        }
        Problem missing = RequiredText.missing(
                port.field(), "dependsOn", "Add dependsOn: [<id of the output port that holds the data>].");
        return new Problem(NO_SOURCE, missing.message(), missing.path(), missing.position(), missing.hint());
    }

    private static Problem several(Field dependsOn, List<List<Component>> ports) {
        String ids = ports.stream().limit(5).map(found -> shownId(found.get(0))).collect(Collectors.joining(", "));
        return dependsOn.problem(
                SEVERAL_SOURCES,
                "dependsOn names " + ports.size() + " output ports: " + ids + ".",
                "Keep one of them.");
    }

    private static String key(Component component) {
        return component.id().text().map(Located::value).orElse("").toLowerCase(Locale.ROOT);
    }

    private static String shownId(Component component) {
        return component.id().text().map(id -> Excerpt.quoted(id.value())).orElse("");
    }
}
