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
import io.outputport.provisioner.hasura.plan.entry.ActualMetadata;
import io.outputport.provisioner.hasura.plan.entry.RootField;
import io.outputport.provisioner.hasura.plan.wanted.PortIdentity;
import io.outputport.provisioner.hasura.remote.Remote;
import io.outputport.provisioner.hasura.remote.TrackedTables;
import io.outputport.provisioner.hasura.remote.Visibility;
import io.outputport.provisioner.port.plan.Change;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Hasura as the reconciler knows it. */
final class Hasura implements Remote, Visibility, TrackedTables {
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
