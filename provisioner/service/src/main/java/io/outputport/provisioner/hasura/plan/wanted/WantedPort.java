package io.outputport.provisioner.hasura.plan.wanted;

import io.outputport.provisioner.descriptor.model.SourceTable;
import io.outputport.provisioner.hasura.plan.column.ColumnChoice;
import io.outputport.provisioner.hasura.plan.entry.PortEntry;
import io.outputport.provisioner.hasura.plan.entry.RootField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An output port as it is to be, all names decided; only the role is not, since an older one is kept.
 *
 * @param legacySourceName the name that the Python service gave to the product's only source
 * @param ownSourceName the name of a source for this port alone
 * @param table the view or table with its exact names
 * @param columns the columns the role may read; empty for all of them
 */
public record WantedPort(
        PortIdentity identity,
        HasuraDialect dialect,
        String sourceName,
        String legacySourceName,
        String ownSourceName,
        SourceTable table,
        Names names,
        ColumnChoice columns,
        Offer offer) {

    /** @param comment the output port's description */
    public record Names(String customTableName, Map<RootField, String> rootFields, Optional<String> comment) {
        public Names {
            rootFields = Map.copyOf(rootFields);
        }

        /** All five by the field of the component that holds each, in the order of the fields. */
        Map<String, String> byField() {
            Map<String, String> names = new LinkedHashMap<>();
            names.put("specific.customTableName", customTableName);
            for (RootField field : RootField.values()) {
                names.put("specific." + field.inDescriptor(), Objects.requireNonNull(rootFields.get(field)));
            }
            return names;
        }

        /** The four names in the order in which they are shown. */
        List<String> inOrder() {
            return Stream.of(RootField.values())
                    .map(field -> Objects.requireNonNull(rootFields.get(field)))
                    .toList();
        }
    }

    /**
     * What consumers will really get.
     *
     * @param fields the root fields that Hasura can offer for this table and this role
     * @param scalars the GraphQL types of the table's columns
     */
    public record Offer(Set<RootField> fields, boolean allowAggregations, Set<String> scalars) {
        public Offer {
            fields = Set.copyOf(fields);
            scalars = Set.copyOf(scalars);
        }

        /** Of a table whose types are no matter. */
        public Offer(Set<RootField> fields, boolean allowAggregations) {
            this(fields, allowAggregations, Set.of());
        }
    }

    /** The same port, with what the register knows of it. */
    public WantedPort as(PortIdentity known) {
        return new WantedPort(
                known, dialect, sourceName, legacySourceName, ownSourceName, table, names, columns, offer);
    }

    /** The same port with other names of its columns. */
    public WantedPort with(ColumnChoice otherColumns) {
        return new WantedPort(
                identity, dialect, sourceName, legacySourceName, ownSourceName, table, names, otherColumns, offer);
    }

    public PortEntry entry(String role) {
        return new PortEntry(
                names.customTableName(),
                names.rootFields(),
                names.comment(),
                columns.graphqlNames(),
                role,
                columns.permitted(),
                offer.allowAggregations(),
                false);
    }

    /** The names of the root fields that consumers will get, in the usual order. */
    public List<String> offeredNames() {
        return Stream.of(RootField.values())
                .filter(offer.fields()::contains)
                .map(field -> Objects.requireNonNull(names.rootFields().get(field)))
                .toList();
    }
}
