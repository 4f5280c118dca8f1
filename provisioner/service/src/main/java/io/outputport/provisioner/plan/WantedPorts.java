package io.outputport.provisioner.plan;

import io.outputport.provisioner.descriptor.model.ContractColumn;
import io.outputport.provisioner.descriptor.model.DataProduct;
import io.outputport.provisioner.descriptor.model.HasuraOutputPort;
import io.outputport.provisioner.descriptor.model.Located;
import io.outputport.provisioner.descriptor.model.OutputPortDescriptor;
import io.outputport.provisioner.descriptor.model.RootFields;
import io.outputport.provisioner.descriptor.naming.GraphqlName;
import io.outputport.provisioner.descriptor.naming.Naming;
import io.outputport.provisioner.descriptor.source.TableFacts;
import io.outputport.provisioner.outcome.Outcome;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** From a descriptor and the facts about its source to the port that is wanted. */
public final class WantedPorts {
    private final Options options;

    public WantedPorts(Options options) {
        this.options = options;
    }

    /**
     * What the operator decided for all ports.
     *
     * @param subscriptions whether consumers can subscribe at all; behind the role mapper's webhook they cannot
     * @param hiddenTags see {@link ColumnChoice#of}
     */
    public record Options(boolean subscriptions, Set<String> hiddenTags) {
        public Options {
            hiddenTags = Set.copyOf(hiddenTags);
        }
    }

    public static PortIdentity identity(DataProduct product, HasuraOutputPort port) {
        return new PortIdentity(
                port.id().value(),
                Optional.of(Naming.roleId(product, port)),
                Naming.prefixes(product, port.name().value()),
                Optional.of(Naming.sources(product)));
    }

    /** Stopped with every contract column that the source does not have. */
    public Outcome<WantedPort> of(OutputPortDescriptor descriptor, TableFacts facts, HasuraDialect dialect) {
        return ColumnChoice.of(
                        descriptor.port().contract(), descriptor.source().contract(), facts, options.hiddenTags())
                .map(columns -> wanted(descriptor, facts, dialect, columns));
    }

    /** The columns of the source that this choice keeps from consumers, and why. */
    public List<HiddenColumn> hidden(OutputPortDescriptor descriptor, TableFacts facts, ColumnChoice choice) {
        List<ContractColumn> known = Stream.concat(
                        descriptor.port().contract().stream(), descriptor.source().contract().stream())
                .toList();
        return HiddenColumn.of(known, facts, options.hiddenTags(), choice);
    }

    private WantedPort wanted(
            OutputPortDescriptor descriptor, TableFacts facts, HasuraDialect dialect, ColumnChoice columns) {
        DataProduct product = descriptor.product();
        HasuraOutputPort port = descriptor.port();
        String source = Naming.sourceName(product, facts.table());
        return new WantedPort(
                identity(product, port),
                dialect,
                source,
                Naming.legacySourceName(product),
                source + "_" + GraphqlName.letters(port.name().value()),
                facts.table(),
                names(port),
                columns,
                offer(port, facts, dialect, columns));
    }

    public static WantedPort.Names names(HasuraOutputPort port) {
        RootFields fields = port.fields();
        return new WantedPort.Names(
                fields.customTableName().value(),
                rootFields(fields),
                port.description().filter(text -> !text.isBlank()));
    }

    private static Map<RootField, String> rootFields(RootFields fields) {
        return Map.of(
                RootField.SELECT, text(fields.select()),
                RootField.SELECT_BY_PK, text(fields.selectByPk()),
                RootField.SELECT_AGGREGATE, text(fields.selectAggregate()),
                RootField.SELECT_STREAM, text(fields.selectStream()));
    }

    private static String text(Located<String> name) {
        return name.value();
    }

    private WantedPort.Offer offer(
            HasuraOutputPort port, TableFacts facts, HasuraDialect dialect, ColumnChoice columns) {
        boolean aggregations = port.allowAggregations().orElse(true);
        Set<RootField> fields = EnumSet.of(RootField.SELECT);
        if (hasUsableKey(facts, columns)) {
            fields.add(RootField.SELECT_BY_PK);
        }
        if (aggregations) {
            fields.add(RootField.SELECT_AGGREGATE);
        }
        if (dialect.streams() && options.subscriptions()) {
            fields.add(RootField.SELECT_STREAM);
        }
        return new WantedPort.Offer(fields, aggregations);
    }

    private static boolean hasUsableKey(TableFacts facts, ColumnChoice columns) {
        List<String> key = facts.primaryKey();
        return !key.isEmpty()
                && columns.permitted()
                        .map(permitted -> permitted.containsAll(key))
                        .orElse(true);
    }
}
