package io.outputport.provisioner.hasura;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Progress;
import io.outputport.provisioner.hasura.confirm.Confirmation;
import io.outputport.provisioner.hasura.drift.UnservedTables;
import io.outputport.provisioner.hasura.metadata.HasuraClient;
import io.outputport.provisioner.hasura.metadata.Inconsistency;
import io.outputport.provisioner.hasura.metadata.document.MetadataDocument;
import io.outputport.provisioner.hasura.plan.Actual;
import io.outputport.provisioner.hasura.plan.HasuraStep;
import io.outputport.provisioner.hasura.plan.MetadataChange;
import io.outputport.provisioner.hasura.plan.Ownership;
import io.outputport.provisioner.hasura.plan.entry.ActualMetadata;
import io.outputport.provisioner.hasura.plan.entry.RootField;
import io.outputport.provisioner.hasura.plan.wanted.PortIdentity;
import io.outputport.provisioner.hasura.remote.Remote;
import io.outputport.provisioner.hasura.remote.TrackedTables;
import io.outputport.provisioner.hasura.remote.Visibility;
import io.outputport.provisioner.port.plan.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Hasura as the reconciler knows it. */
final class Hasura implements Remote, Visibility, TrackedTables {
    /** Between the replica that accepted a task and this one. */
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(1);

    private final HasuraClient client;
    private final Waves waves;
    private final Confirmation confirmation;

    Hasura(HasuraClient client, Waves waves, Confirmation confirmation) {
        this.client = client;
        this.waves = waves;
        this.confirmation = confirmation;
    }

    @Override
    public Outcome<Actual> read(PortIdentity port, Actual soFar) {
        return client.export().map(document -> {
            client.keepRecent(document);
            return soFar.withMetadata(document.actual());
        });
    }

    /**
     * Ports that are sent together look at one document, not each at its own. One that shows something of the port, or
     * should, as it was served before, may be from before an earlier task of the port's own: then it is read anew.
     */
    @Override
    public Outcome<Actual> read(PortIdentity port, Actual soFar, Instant since) {
        return client.readSince(since.plus(CLOCKS_DIFFER))
                .filter(document -> isUnknown(port, soFar, document.actual()))
                .map(document -> {
                    client.keepRecent(document);
                    return Outcome.done(soFar.withMetadata(document.actual()));
                })
                .orElseGet(() -> read(port, soFar));
    }

    private static boolean isUnknown(PortIdentity port, Actual soFar, ActualMetadata metadata) {
        return port.registered().isEmpty()
                && soFar.roleOfComponent()
                        .or(port::computedRole)
                        .filter(role -> Ownership.of(port, role, metadata).isEmpty())
                        .isPresent();
    }

    @Override
    public Outcome<ActualMetadata> metadata() {
        return client.export().map(MetadataDocument::actual);
    }

    @Override
    public Outcome<UnservedTables> unserved() {
        return client.inconsistentObjects().map(objects -> {
            Inconsistency now = new Inconsistency(objects);
            return (source, table) -> now.ofTable(new MetadataChange.TrackedPlace(source, table, ""));
        });
    }

    @Override
    public Outcome<String> withdraw(String component) {
        return waves.withdraw(component);
    }

    @Override
    public boolean carriesOut(HasuraStep step) {
        return step.matchSystem(role -> false, metadata -> true);
    }

    @Override
    public Outcome<Change> apply(HasuraStep step, Progress progress) {
        return step.matchSystem(
                Hasura::isOthers,
                metadata -> metadata.match(
                        change -> waves.bringAbout(change, progress),
                        confirm -> confirmation.confirm(confirm, progress)));
    }

    private static Outcome<Change> isOthers(HasuraStep step) {
        throw new IllegalStateException("the role mapper carries out " + step.describe());
    }

    @Override
    public Outcome<Optional<Set<String>>> rootFields(String role, boolean streams) {
        List<String> roots = streams ? List.of(RootField.QUERIES, RootField.SUBSCRIPTIONS) : List.of(RootField.QUERIES);
        return client.fields(role, roots)
                .map(seen -> seen.map(
                        fields -> fields.values().stream().flatMap(Set::stream).collect(Collectors.toSet())));
    }
}
