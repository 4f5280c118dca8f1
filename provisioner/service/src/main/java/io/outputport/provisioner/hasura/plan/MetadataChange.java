package io.outputport.provisioner.hasura.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.hasura.drift.LeftoverSources;
import io.outputport.provisioner.hasura.plan.entry.ActualMetadata;
import io.outputport.provisioner.hasura.plan.entry.ActualMetadata.Entry;
import io.outputport.provisioner.hasura.plan.entry.ActualSource;
import io.outputport.provisioner.hasura.plan.entry.MetadataEdit;
import io.outputport.provisioner.hasura.plan.entry.PlanProblems;
import io.outputport.provisioner.hasura.plan.entry.PortEntry;
import io.outputport.provisioner.hasura.plan.entry.TableEntry;
import io.outputport.provisioner.hasura.plan.wanted.Collisions;
import io.outputport.provisioner.hasura.plan.wanted.PortIdentity;
import io.outputport.provisioner.hasura.plan.wanted.WantedPort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one port wants of Hasura's metadata. It is worked out anew against whatever the metadata holds at the moment of
 * writing, so that a lost race is simply worked out again.
 *
 * @param wanted empty when the port is to go
 */
public record MetadataChange(PortIdentity identity, String role, Optional<WantedPort> wanted) {

    /**
     * The edits that bring the metadata to what is wanted; none when it is so already.
     *
     * @param afterwards what is still wrong when the edits are written, and ends the task
     * @param place where the port's table then is
     */
    public record Edits(List<MetadataEdit> edits, List<Problem> afterwards, Optional<TrackedPlace> place) {
        public Edits {
            edits = List.copyOf(edits);
            afterwards = List.copyOf(afterwards);
        }
    }

    /** @param table for people, for example {@code healthcare.vaccinations_clean_view} */
    public record TrackedPlace(String source, JsonNode tableName, String table) {}

    public String describe() {
        return wanted.map(port -> "View or table " + port.table().schema() + "."
                        + port.table().name() + " is tracked as " + port.names().customTableName() + " for role "
                        + role)
                .orElse("Nothing of role " + role + " is left in Hasura");
    }

    /** Stopped when a name or the table is somebody else's. */
    public Outcome<Edits> edits(ActualMetadata metadata) {
        List<Entry> own = Ownership.of(identity, role, metadata);
        return wanted.map(port -> provide(port, own, metadata))
                .orElseGet(() -> Outcome.done(withLeftovers(remove(own, metadata), metadata)));
    }

    private Outcome<Edits> provide(WantedPort port, List<Entry> own, ActualMetadata metadata) {
        List<Problem> collisions = Collisions.of(port.names(), port.offer().scalars(), own, metadata);
        if (!collisions.isEmpty()) {
            return Outcome.stopped(collisions);
        }
        return SourceChoice.of(port, own, metadata).then(choice -> move(port, choice, own, metadata));
    }

    private Outcome<Edits> move(WantedPort port, SourceChoice choice, List<Entry> own, ActualMetadata metadata) {
        Optional<Entry> present = choice.ownIn(own);
        List<Entry> left = own.stream()
                .filter(entry -> present.filter(entry::isSame).isEmpty())
                .toList();
        Edits leaving = remove(left, metadata);
        if (!leaving.afterwards().isEmpty()) {
            return Outcome.stopped(leaving.afterwards());
        }
        List<MetadataEdit> edits = new ArrayList<>(sourceEdits(port, choice));
        tableEdit(port, choice, present).ifPresent(edits::add);
        leaving.edits().stream()
                .filter(edit -> !edit.removesSource() || !edit.source().equals(choice.name()))
                .forEach(edits::add);
        String table = port.table().schema() + "." + port.table().name();
        return Outcome.done(
                new Edits(edits, List.of(), Optional.of(new TrackedPlace(choice.name(), choice.tableName(), table))));
    }

    private static List<MetadataEdit> sourceEdits(WantedPort port, SourceChoice choice) {
        if (choice.existing().isEmpty()) {
            return List.of(
                    new MetadataEdit.AddSource(choice.name(), port.dialect().kind(), choice.configuration()));
        }
        boolean same = port.dialect().same(choice.existing().get().configuration(), choice.configuration());
        return same ? List.of() : List.of(new MetadataEdit.ConfigureSource(choice.name(), choice.configuration()));
    }

    private Optional<MetadataEdit> tableEdit(WantedPort port, SourceChoice choice, Optional<Entry> present) {
        PortEntry entry = port.entry(role);
        if (present.isEmpty()) {
            return Optional.of(new MetadataEdit.PutTable(
                    choice.name(), choice.tableName(), TableEntry.create(choice.tableName(), entry)));
        }
        ObjectNode existing = present.get().table().entry().get();
        List<String> columns = port.columns().real();
        return TableEntry.read(existing, role).filter(entry::equals).isPresent()
                        && TableEntry.configuresOnly(columns, existing)
                ? Optional.empty()
                : Optional.of(new MetadataEdit.PutTable(
                        choice.name(), choice.tableName(), TableEntry.write(existing, entry, columns)));
    }

    private Edits remove(List<Entry> own, ActualMetadata metadata) {
        List<MetadataEdit> edits = new ArrayList<>();
        List<Problem> inUse = new ArrayList<>();
        for (Entry entry : own) {
            ObjectNode existing = entry.table().entry().get();
            Set<String> users = Dependents.of(entry, existing, role, metadata);
            String source = entry.source().name();
            if (users.isEmpty()) {
                edits.add(new MetadataEdit.RemoveTable(source, entry.table().name()));
            } else {
                ObjectNode closed = TableEntry.closed(existing, role);
                if (!closed.equals(existing)) {
                    edits.add(new MetadataEdit.PutTable(source, entry.table().name(), closed));
                }
                inUse.add(inUse(entry, users));
            }
        }
        own.stream()
                .map(Entry::source)
                .distinct()
                .filter(source -> isLeftEmpty(source, edits))
                .forEach(source -> edits.add(new MetadataEdit.RemoveSource(source.name())));
        return new Edits(edits, inUse, Optional.empty());
    }

    /** An earlier removal, also one by the Python service, may have left the data product's source without any table. */
    private Edits withLeftovers(Edits removal, ActualMetadata metadata) {
        List<MetadataEdit> edits = new ArrayList<>(removal.edits());
        LeftoverSources.of(identity, metadata).stream()
                .map(source -> new MetadataEdit.RemoveSource(source.name()))
                .filter(edit -> !edits.contains(edit))
                .forEach(edits::add);
        return new Edits(edits, removal.afterwards(), removal.place());
    }

    private boolean isLeftEmpty(ActualSource source, List<MetadataEdit> edits) {
        long removed = edits.stream()
                .filter(edit -> edit.removesTable() && edit.source().equals(source.name()))
                .count();
        return LeftoverSources.isOurs(identity, source)
                && !source.hasOtherObjects()
                && removed == source.tables().size();
    }

    private static Problem inUse(Entry entry, Set<String> users) {
        return Problem.of(
                PlanProblems.TABLE_IN_USE,
                "Access is closed, but table " + entry.table().shown() + " of source "
                        + entry.source().name() + " stays in Hasura, because others use it: " + String.join(", ", users)
                        + ".",
                "Have those removed and undeploy again.");
    }
}
