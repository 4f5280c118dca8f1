package io.outputport.provisioner.sharing;

import static io.outputport.provisioner.descriptor.DescriptorBuilder.aDescriptor;

import io.outputport.provisioner.descriptor.DescriptorBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A descriptor of a Delta Sharing port with one table, with nothing wrong. */
public final class DeltaDescriptor {
    /** The share that the port has when none is named. */
    public static final String SHARE = "energy_meterreadings_1_graphqlreadings";

    private DeltaDescriptor() {}

    public static DescriptorBuilder aDeltaPort() {
        return aDescriptor()
                .port("technology", "Delta Sharing")
                .port("dependsOn", null)
                .port("dataContract", Map.of("schema", columns()))
                .port("specific", specific());
    }

    private static List<Object> columns() {
        return List.of(
                column("order_id", "BIGINT"),
                column("ordered_at", "TIMESTAMP"),
                column("amount", "DOUBLE"),
                column("region", "TEXT"));
    }

    private static Map<String, Object> column(String name, String type) {
        Map<String, Object> column = new LinkedHashMap<>();
        column.put("name", name);
        column.put("dataType", type);
        return column;
    }

    private static Map<String, Object> specific() {
        Map<String, Object> table = new LinkedHashMap<>();
        table.put("name", "orders");
        table.put("storage", "lake");
        table.put("path", "sales/orders");
        Map<String, Object> specific = new LinkedHashMap<>();
        specific.put("schema", "sales");
        specific.put("tables", new ArrayList<>(List.of(table)));
        return specific;
    }
}
