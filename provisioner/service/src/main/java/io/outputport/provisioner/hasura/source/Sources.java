package io.outputport.provisioner.hasura.source;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.trace.Phase;
import io.outputport.provisioner.descriptor.model.Located;
import io.outputport.provisioner.descriptor.model.SourceTable;
import io.outputport.provisioner.descriptor.source.SourceRules;
import io.outputport.provisioner.descriptor.source.SourceTechnology;
import io.outputport.provisioner.descriptor.source.TableFacts;
import io.outputport.provisioner.hasura.descriptor.HasuraDescriptor;
import io.outputport.provisioner.hasura.descriptor.SourceRight;
import io.outputport.provisioner.hasura.plan.column.HiddenColumn;
import io.outputport.provisioner.hasura.plan.column.KeyDifferences;
import io.outputport.provisioner.hasura.plan.column.TypeDifferences;
import io.outputport.provisioner.hasura.plan.wanted.HasuraDialect;
import io.outputport.provisioner.hasura.plan.wanted.WantedPort;
import io.outputport.provisioner.hasura.plan.wanted.WantedPorts;
import io.outputport.provisioner.hasura.remote.ArrayTypes;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Asks the source database for its facts and works out the port that is wanted. */
public final class Sources {
    private final List<SourceTechnology> technologies;
    private final List<HasuraDialect> dialects;
    private final WantedPorts wantedPorts;
    private final ArrayTypes arrays;
    private final SourceRules rules;

    public Sources(
            List<SourceTechnology> technologies,
            List<HasuraDialect> dialects,
            WantedPorts wantedPorts,
            ArrayTypes arrays,
            SourceRules rules) {
        this.arrays = arrays;
        this.rules = rules;
        this.technologies = List.copyOf(technologies);
        this.dialects = List.copyOf(dialects);
        this.wantedPorts = wantedPorts;
    }

    /**
     * What the source makes of a descriptor.
     *
     * @param differences columns whose type breaks what the contract promises; a provision is refused for them
     * @param hidden columns that no consumer will see
     * @param advice what looks like a mistake, but stops nobody
     */
    public record Finding(
            TableFacts facts,
            WantedPort wanted,
            List<Problem> differences,
            List<HiddenColumn> hidden,
            List<Problem> advice) {}

    /** Stopped when the view, the table or a column of the contract does not exist, or is of a plainly different type. */
    public Outcome<Finding> wanted(HasuraDescriptor descriptor) {
        return find(descriptor)
                .then(found ->
                        found.differences().isEmpty() ? Outcome.done(found) : Outcome.stopped(found.differences()));
    }

    /**
     * What of a port can be served again, whatever else its contract promises.
     *
     * @param missing takes the columns that consumers lose
     */
    public Outcome<Finding> remaining(HasuraDescriptor descriptor, Consumer<String> missing) {
        return facts(descriptor).then(facts -> finding(WantedPorts.whatIsLeft(descriptor, facts, missing), facts));
    }

    /** The same, but different types do not stop it. */
    public Outcome<Finding> find(HasuraDescriptor descriptor) {
        return facts(descriptor).then(facts -> finding(descriptor, facts));
    }

    @SuppressWarnings("try") // The phase is there to be closed.
    private Outcome<TableFacts> facts(HasuraDescriptor descriptor) {
        SourceTable table = descriptor.table();
        try (Phase phase = Phase.of("source")) {
            return technology(table)
                    .facts(table)
                    .then(found -> found.map(Outcome::done).orElseGet(() -> Outcome.stopped(missing(descriptor))))
                    .then(facts -> allowed(descriptor, facts))
                    .map(this::asServed);
        }
    }

    /** By the exact names: a descriptor may leave them to the defaults, or write them in another case. */
    private Outcome<TableFacts> allowed(HasuraDescriptor descriptor, TableFacts facts) {
        return SourceRight.refusal(rules, descriptor.product().domain().value(), facts.table(), descriptor.source())
                .<Outcome<TableFacts>>map(Outcome::stopped)
                .orElseGet(() -> Outcome.done(facts));
    }

    private TableFacts asServed(TableFacts facts) {
        return facts.hasLists() && !arrays.areLists() ? facts.withoutLists() : facts;
    }

    private Outcome<Finding> finding(HasuraDescriptor descriptor, TableFacts facts) {
        List<Problem> differences = TypeDifferences.of(descriptor.port().contract(), facts);
        return wantedPorts
                .of(descriptor, facts, dialect(descriptor.table()))
                .match(
                        wanted -> Outcome.done(new Finding(
                                facts,
                                wanted,
                                differences,
                                wantedPorts.hidden(descriptor, facts, wanted.columns()),
                                advice(descriptor, facts, wanted))),
                        Outcome::later,
                        missing -> Outcome.stopped(Stream.concat(missing.stream(), differences.stream())
                                .toList()));
    }

    private List<Problem> advice(HasuraDescriptor descriptor, TableFacts facts, WantedPort wanted) {
        return Stream.concat(
                        wantedPorts.nearTags(descriptor, facts, wanted.columns()).stream(),
                        KeyDifferences.of(descriptor.port().contract(), facts).stream())
                .toList();
    }

    private static Problem missing(HasuraDescriptor descriptor) {
        SourceTable table = descriptor.table();
        Located<String> place = descriptor.source().placeOf(table.name());
        return Problem.of(
                        SourceProblems.SOURCE_TABLE_MISSING,
                        "There is no view or table " + table.schema() + "." + table.name() + " in database "
                                + table.database() + ".",
                        "Deploy output port " + descriptor.source().name() + " first, or correct its specific.")
                .at(place.path(), place.position());
    }

    private SourceTechnology technology(SourceTable table) {
        return technologies.stream()
                .filter(technology -> technology.name().equals(table.technology()))
                .findFirst()
                .orElseThrow();
    }

    private HasuraDialect dialect(SourceTable table) {
        return dialects.stream()
                .filter(dialect -> dialect.technology().equals(table.technology()))
                .findFirst()
                .orElseThrow();
    }
}
