package io.outputport.provisioner.sharing;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.provisioner.sharing.descriptor.SharingDescriptor;
import io.outputport.provisioner.sharing.descriptor.WantedTable;
import io.outputport.provisioner.sharing.server.SharingClient;
import io.outputport.provisioner.sharing.table.ContractFit;
import io.outputport.provisioner.sharing.table.ContractFit.ComparedTable;
import java.util.ArrayList;
import java.util.List;

/** Has the sharing server look at a port's tables where they lie. */
record PortTables(SharingClient client) {
    Outcome<ContractFit> find(SharingDescriptor descriptor) {
        Outcome<List<ComparedTable>> found = Outcome.done(new ArrayList<>());
        for (WantedTable table : descriptor.tables()) {
            found = found.then(before -> client.inspect(
                            table.storage().value(), table.path().value())
                    .map(actual -> {
                        before.add(new ComparedTable(table, actual));
                        return before;
                    }));
        }
        return found.map(tables -> new ContractFit(descriptor, tables));
    }
}
