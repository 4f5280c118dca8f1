package io.outputport.provisioner.hasura.wave.entry;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.outputport.provisioner.descriptor.model.SourceTable;
import io.outputport.provisioner.hasura.naming.ProductSources;
import io.outputport.provisioner.hasura.plan.MetadataChange;
import io.outputport.provisioner.hasura.plan.column.ColumnChoice;
import io.outputport.provisioner.hasura.plan.wanted.HasuraDialect;
import io.outputport.provisioner.hasura.plan.wanted.PortIdentity;
import io.outputport.provisioner.hasura.plan.wanted.ServedPort;
import io.outputport.provisioner.hasura.plan.wanted.WantedPort;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A {@link MetadataChange} as it is stored: whose port it is comes once, and the dialect is named. */
record StoredChange(
        String role,
        String component,
        Optional<String> computedRole,
        Set<String> prefixes,
        Optional<ProductSources> sources,
        Optional<ServedPort> registered,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ServedPort> tried,
        Optional<Wanted> wanted) {

    static StoredChange of(MetadataChange change) {
        PortIdentity identity = change.identity();
        return new StoredChange(
                change.role(),
                identity.component(),
                identity.computedRole(),
                Set.copyOf(identity.prefixes()),
                identity.sources(),
                identity.registered(),
                identity.tried(),
                change.wanted().map(Wanted::of));
    }

    MetadataChange change(Function<String, HasuraDialect> dialects) {
        PortIdentity identity = new PortIdentity(component, computedRole, prefixes, sources, registered, tried);
        return new MetadataChange(identity, role, wanted.map(port -> port.port(identity, dialects)));
    }

    private record Wanted(
            String technology,
            String sourceName,
            String legacySourceName,
            String ownSourceName,
            SourceTable table,
            WantedPort.Names names,
            Columns columns,
            WantedPort.Offer offer) {

        static Wanted of(WantedPort port) {
            return new Wanted(
                    port.dialect().technology(),
                    port.sourceName(),
                    port.legacySourceName(),
                    port.ownSourceName(),
                    port.table(),
                    port.names(),
                    Columns.of(port.columns()),
                    port.offer());
        }

        WantedPort port(PortIdentity identity, Function<String, HasuraDialect> dialects) {
            return new WantedPort(
                    identity,
                    dialects.apply(technology),
                    sourceName,
                    legacySourceName,
                    ownSourceName,
                    table,
                    names,
                    columns.choice(),
                    offer);
        }
    }

    /** Which names were kept for consumers is settled by then. */
    private record Columns(List<String> real, Optional<Set<String>> permitted, Map<String, String> graphqlNames) {
        static Columns of(ColumnChoice choice) {
            return new Columns(choice.real(), choice.permitted(), choice.graphqlNames());
        }

        ColumnChoice choice() {
            return new ColumnChoice(real, permitted, graphqlNames);
        }
    }
}
