package io.outputport.provisioner.sharing.descriptor;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.provisioner.descriptor.model.HiddenTags;
import io.outputport.provisioner.descriptor.model.Located;
import io.outputport.provisioner.descriptor.model.OutputPortDescriptor;
import io.outputport.provisioner.descriptor.parse.Component;
import io.outputport.provisioner.descriptor.subject.PortNotation;
import io.outputport.provisioner.descriptor.subject.Rule;
import io.outputport.provisioner.descriptor.subject.Subject;
import io.outputport.provisioner.descriptor.tree.Field;
import io.outputport.provisioner.sharing.descriptor.WantedTable.PartitionFilter;
import io.outputport.provisioner.sharing.descriptor.storage.StorageRules;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How a Delta Sharing port is written: a share with a schema and tables, each at a path of a storage. */
public final class SharingNotation implements PortNotation {
    public static final String NAME = "delta-sharing";

    private final StorageRules storages;
    private final TagRules tags;

    /**
     * @param storages which domain may share what
     * @param hidden tags of columns that nobody may see
     */
    public SharingNotation(StorageRules storages, HiddenTags hidden) {
        this.storages = storages;
        this.tags = new TagRules(hidden);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> spellings() {
        return List.of("Delta Sharing", "OpenSharing", "Open Sharing", NAME, "DeltaSharing");
    }

    @Override
    public List<Rule> rules() {
        return List.of(ShareRules::check, TableRules::check, storages::check, tags::check);
    }

    @Override
    public Outcome<OutputPortDescriptor> read(Subject subject) {
        Component port = subject.port().orElseThrow();
        Field specific = port.specific();
        Located<String> name = port.name().text().orElseThrow();
        Located<String> usual =
                new Located<>(ShareRules.names(subject, port).iterator().next(), name.path(), name.position());
        return Outcome.done(new SharingDescriptor(
                subject.product().orElseThrow(),
                port.id().text().orElseThrow(),
                specific.child("share").text().orElse(usual),
                specific.child("schema").text().orElseThrow().value(),
                specific.child("tables").items().stream()
                        .map(SharingNotation::table)
                        .toList(),
                new ShareLifetimes(
                        lifetime(specific.child(ShareRules.TOKEN_LIFETIME)),
                        lifetime(specific.child(ShareRules.URL_LIFETIME))),
                port.contract()));
    }

    private static Optional<Duration> lifetime(Field field) {
        return field.text().flatMap(text -> ShareLifetimes.duration(text.value()));
    }

    private static WantedTable table(Field table) {
        Field filter = table.child("partitionFilter");
        Located<String> path = table.child("path").text().orElseThrow();
        return new WantedTable(
                table.child("name").text().orElseThrow(),
                table.child("storage").text().orElseThrow(),
                new Located<>(path.value().replaceFirst("/$", ""), path.path(), path.position()),
                TableRules.yes(table.child("historyShared")).orElse(false),
                filter.names().stream()
                        .map(name -> filter(filter.child(name), name))
                        .toList());
    }

    private static PartitionFilter filter(Field value, String column) {
        return new PartitionFilter(
                new Located<>(column, value.path(), value.named()),
                value.text().orElseThrow().value());
    }
}
