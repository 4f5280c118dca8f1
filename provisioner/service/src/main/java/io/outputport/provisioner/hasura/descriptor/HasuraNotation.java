package io.outputport.provisioner.hasura.descriptor;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.descriptor.model.Located;
import io.outputport.provisioner.descriptor.model.OutputPortDescriptor;
import io.outputport.provisioner.descriptor.parse.Component;
import io.outputport.provisioner.descriptor.source.SourceNaming;
import io.outputport.provisioner.descriptor.source.SourceRules;
import io.outputport.provisioner.descriptor.subject.PortNotation;
import io.outputport.provisioner.descriptor.subject.Rule;
import io.outputport.provisioner.descriptor.subject.SourceSearch;
import io.outputport.provisioner.descriptor.subject.Subject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How a port on Hasura is written: five names in {@code specific}, and the output port that holds the data. */
public final class HasuraNotation implements PortNotation {
    public static final String NAME = "hasura";

    private final List<SourceNaming> sources;
    private final SourceRules rules;

    /**
     * @param sources the kinds of sources; the first that feels meant is taken
     * @param rules which domain may publish what
     */
    public HasuraNotation(List<? extends SourceNaming> sources, SourceRules rules) {
        this.sources = List.copyOf(sources);
        this.rules = rules;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> spellings() {
        return List.of("Hasura");
    }

    @Override
    public List<Rule> rules() {
        return List.of(
                NameRules::check,
                FlagRules::check,
                this::source,
                subject -> SourceRight.check(subject, search(subject), rules));
    }

    private SourceSearch search(Subject subject) {
        return new SourceSearch(subject, sources);
    }

    private Stream<Problem> source(Subject subject) {
        return search(subject).find().stream()
                .flatMap(source ->
                        source.match(found -> Stream.empty(), (after, problem) -> Stream.of(problem), List::stream));
    }

    @Override
    public Outcome<OutputPortDescriptor> read(Subject subject) {
        return search(subject)
                .find()
                .orElseThrow()
                .map(source -> new HasuraDescriptor(
                        subject.product().orElseThrow(),
                        subject.port().flatMap(HasuraNotation::port).orElseThrow(),
                        source.port(),
                        source.table().orElseThrow()));
    }

    /** Empty unless id, name and the five names of {@code specific} are all there. */
    private static Optional<HasuraOutputPort> port(Component component) {
        return component
                .field()
                .texts("id", "name")
                .flatMap(texts -> rootFields(component)
                        .map(fields -> new HasuraOutputPort(
                                texts.get(0),
                                texts.get(1),
                                component.field().child("description").text().map(Located::value),
                                fields,
                                component.flag("allowAggregations"),
                                component.flag("renameColumns").orElse(false),
                                component.contract())));
    }

    private static Optional<RootFields> rootFields(Component component) {
        return component
                .specific()
                .texts("customTableName", "select", "selectByPk", "selectAggregate", "selectStream")
                .map(names -> new RootFields(names.get(0), names.get(1), names.get(2), names.get(3), names.get(4)));
    }
}
