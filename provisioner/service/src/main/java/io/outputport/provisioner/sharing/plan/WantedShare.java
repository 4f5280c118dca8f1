package io.outputport.provisioner.sharing.plan;

import io.outputport.provisioner.sharing.descriptor.ShareLifetimes;
import io.outputport.provisioner.sharing.descriptor.SharingDescriptor;
import io.outputport.provisioner.sharing.descriptor.WantedTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A share as a port wants it. */
public record WantedShare(String component, String name, ShareLifetimes lifetimes, List<ShareTable> tables) {
    public WantedShare {
        tables = List.copyOf(tables);
    }

    public static WantedShare of(SharingDescriptor descriptor) {
        return new WantedShare(
                descriptor.component(),
                descriptor.share().value(),
                descriptor.lifetimes(),
                descriptor.tables().stream()
                        .map(table -> table(descriptor.schema(), table))
                        .toList());
    }

    private static ShareTable table(String schema, WantedTable table) {
        Map<String, String> filter = new LinkedHashMap<>();
        table.filters().forEach(part -> filter.put(part.column().value(), part.value()));
        return new ShareTable(
                schema,
                table.name().value(),
                table.storage().value(),
                table.path().value(),
                table.historyShared(),
                filter);
    }

    /** By which the share is known as this port's. */
    public String comment() {
        return Owner.mark(component);
    }

    /** How the port stands once the share is so. */
    public ServedShare served() {
        return new ServedShare(component, name, lifetimes, tables);
    }
}
