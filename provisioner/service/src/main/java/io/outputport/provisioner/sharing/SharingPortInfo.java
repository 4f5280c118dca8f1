package io.outputport.provisioner.sharing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.provisioner.port.plan.PortPlan;
import io.outputport.provisioner.sharing.descriptor.SharingDescriptor;
import io.outputport.provisioner.sharing.plan.ShareTable;
import io.outputport.provisioner.sharing.plan.WantedShare;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the platform is told of a provisioned port. Never a token: whoever may read activates one.
 *
 * @param publicUrl where consumers reach the sharing server, when it is known
 */
record SharingPortInfo(Optional<URI> publicUrl) {
    PortPlan.Result of(SharingDescriptor descriptor, WantedShare wanted) {
        String tables = wanted.tables().stream().map(ShareTable::shown).collect(Collectors.joining(", "));
        return new PortPlan.Result(
                "Output port " + descriptor.component() + " is served as share " + wanted.name() + " with " + tables
                        + ".",
                publicInfo(descriptor, wanted, tables),
                privateInfo(wanted));
    }

    private ObjectNode publicInfo(SharingDescriptor descriptor, WantedShare wanted, String tables) {
        ObjectNode entries = JsonNodeFactory.instance.objectNode();
        publicUrl.ifPresent(url -> {
            linked(
                    entries,
                    "sharingEndpoint",
                    "Delta Sharing endpoint",
                    url + "/delta-sharing",
                    url + "/delta-sharing");
            linked(entries, "activation", "Get access", "Get your profile file", url + "/activation");
        });
        entry(entries, "share", "Share", wanted.name());
        entry(entries, "tables", "Tables", tables);
        Snippets snippets = new Snippets(descriptor);
        entry(entries, "pandas", "Read with pandas", snippets.pandas());
        entry(entries, "spark", "Read with Spark", snippets.spark());
        entry(entries, "duckdb", "Read with DuckDB", snippets.duckdb());
        return entries;
    }

    private static ObjectNode privateInfo(WantedShare wanted) {
        ObjectNode info = JsonNodeFactory.instance.objectNode().put("share", wanted.name());
        ArrayNode tables = info.putArray("tables");
        wanted.tables()
                .forEach(table -> tables.addObject()
                        .put("schema", table.schema())
                        .put("name", table.name())
                        .put("storage", table.storage())
                        .put("path", table.path()));
        return info;
    }

    private static ObjectNode entry(ObjectNode entries, String key, String label, String value) {
        return entries.putObject(key).put("type", "string").put("label", label).put("value", value);
    }

    private static void linked(ObjectNode entries, String key, String label, String value, String href) {
        entry(entries, key, label, value).put("href", href);
    }
}
