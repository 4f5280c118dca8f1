package io.outputport.provisioner.sharing;

import io.outputport.provisioner.port.plan.ConsumerView;
import io.outputport.provisioner.sharing.descriptor.SharingDescriptor;
import io.outputport.provisioner.sharing.table.ContractFit;
import io.outputport.provisioner.sharing.table.DeltaTypes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What consumers will see: the tables with all their columns, as SQL writes them. */
record SharedView(SharingDescriptor descriptor, ContractFit fit) {
    ConsumerView view() {
        List<String> names = fit.found().stream().map(this::name).toList();
        return new ConsumerView(
                fit.found().stream().map(this::table).collect(Collectors.joining("\n\n")),
                new Snippets(descriptor).pandas(),
                Optional.empty(),
                names,
                List.of(),
                Map.of());
    }

    private String name(ContractFit.ComparedTable table) {
        return descriptor.share().value() + "." + descriptor.schema() + "."
                + table.wanted().name().value();
    }

    private String table(ContractFit.ComparedTable table) {
        String columns = table.actual().columns().stream()
                .map(column -> "  " + column.name() + " "
                        + DeltaTypes.of(column.type()).shown() + (column.nullable() ? "" : " NOT NULL"))
                .collect(Collectors.joining(",\n"));
        String partitions = table.actual().partitions().isEmpty()
                ? ""
                : " PARTITIONED BY (" + String.join(", ", table.actual().partitions()) + ")";
        return "CREATE TABLE " + name(table) + " (\n" + columns + "\n)" + partitions;
    }
}
