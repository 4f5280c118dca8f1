package io.outputport.provisioner.hasura.plan;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.hasura.plan.entry.ActualMetadata;
import io.outputport.provisioner.hasura.plan.entry.ActualMetadata.Entry;
import io.outputport.provisioner.hasura.plan.entry.ActualSource;
import io.outputport.provisioner.hasura.plan.entry.ActualTable;
import io.outputport.provisioner.hasura.plan.entry.Customization;
import io.outputport.provisioner.hasura.plan.entry.PlanProblems;
import io.outputport.provisioner.hasura.plan.wanted.WantedPort;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which source the port's table goes into: one that already points to its database and schema, by the name of today or
 * by the name the Python service gave it; else a new one. Where the table is already another component's, the port gets
 * a source of its own; and a source that changes the names in it is none for a new port.
 *
 * @param existing the source as it is; empty when it has to be made
 */
record SourceChoice(String name, Optional<ActualSource> existing, JsonNode configuration, JsonNode tableName) {

    static Outcome<SourceChoice> of(WantedPort wanted, List<Entry> own, ActualMetadata metadata) {
        List<SourceChoice> free = Stream.of(
                        ofToday(wanted.sourceName(), wanted, metadata),
                        ofYesterday(wanted, metadata),
                        unmade(wanted.sourceName(), wanted, metadata),
                        ofToday(wanted.ownSourceName(), wanted, metadata),
                        unmade(wanted.ownSourceName(), wanted, metadata))
                .flatMap(Optional::stream)
                .filter(choice -> choice.isFree(own))
                .toList();
        return free.stream()
                .filter(choice -> choice.ownIn(own).isPresent())
                .findFirst()
                .map(SourceChoice::keepingNames)
                .orElseGet(() -> free.stream()
                        .filter(choice -> choice.customization().isNone())
                        .findFirst()
                        .map(Outcome::done)
                        .orElseGet(() -> Outcome.stopped(free.isEmpty() ? taken(wanted) : customized(free.get(0)))));
    }

    private Customization customization() {
        return existing.map(ActualSource::customization).orElse(Customization.NONE);
    }

    private Outcome<SourceChoice> keepingNames() {
        return customization().keepsNames() ? Outcome.done(this) : Outcome.stopped(customized(this));
    }

    private static Problem customized(SourceChoice choice) {
        return Problem.of(
                PlanProblems.SOURCE_CUSTOMIZED,
                "Source " + choice.name() + " in Hasura has a customization: "
                        + choice.customization().shown() + ". The port's names would not be those of the descriptor.",
                "Have the customization removed, or the port undeployed before it is deployed again.");
    }

    private static Problem taken(WantedPort wanted) {
        return Problem.of(
                PlanProblems.TABLE_TAKEN,
                "The view or table " + wanted.table().name()
                        + " is already tracked in Hasura for somebody else, in every"
                        + " source that this port could use: " + wanted.sourceName() + ", " + wanted.ownSourceName()
                        + ".",
                "Have the other entry removed, or give this port a view of its own.");
    }

    /** A source whose name carries our fingerprint is ours: its configuration follows the settings. */
    private static Optional<SourceChoice> ofToday(String name, WantedPort wanted, ActualMetadata metadata) {
        return metadata.source(name)
                .filter(source -> source.kind().equals(wanted.dialect().kind()))
                .map(source -> wanted.dialect().pointsTo(source.configuration(), wanted.table())
                        ? adopt(source, wanted)
                        : choice(name, Optional.of(source), wanted.dialect().configuration(wanted.table()), wanted));
    }

    private static Optional<SourceChoice> ofYesterday(WantedPort wanted, ActualMetadata metadata) {
        return metadata.source(wanted.legacySourceName())
                .filter(source -> source.kind().equals(wanted.dialect().kind()))
                .filter(source -> wanted.dialect().pointsTo(source.configuration(), wanted.table()))
                .map(source -> adopt(source, wanted));
    }

    private static Optional<SourceChoice> unmade(String name, WantedPort wanted, ActualMetadata metadata) {
        return metadata.source(name).isPresent()
                ? Optional.empty()
                : Optional.of(choice(name, Optional.empty(), wanted.dialect().configuration(wanted.table()), wanted));
    }

    private static SourceChoice adopt(ActualSource source, WantedPort wanted) {
        JsonNode configuration = wanted.dialect().adopted(source.configuration(), wanted.table());
        return choice(source.name(), Optional.of(source), configuration, wanted);
    }

    private static SourceChoice choice(
            String name, Optional<ActualSource> existing, JsonNode configuration, WantedPort wanted) {
        return new SourceChoice(
                name, existing, configuration, wanted.dialect().tableName(configuration, wanted.table()));
    }

    /** Whether the table is not in the source yet, or is the port's own. */
    private boolean isFree(List<Entry> own) {
        return tracked().isEmpty() || ownIn(own).isPresent();
    }

    private Optional<ActualTable> tracked() {
        return existing.flatMap(source -> source.table(tableName));
    }

    /** The port's own entry in this very place. */
    Optional<Entry> ownIn(List<Entry> own) {
        return own.stream()
                .filter(entry -> entry.source().name().equals(name)
                        && entry.table().name().equals(tableName))
                .findFirst();
    }
}
