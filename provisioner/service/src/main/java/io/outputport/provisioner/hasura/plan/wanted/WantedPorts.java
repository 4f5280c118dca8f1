package io.outputport.provisioner.hasura.plan.wanted;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.descriptor.model.ContractColumn;
import io.outputport.provisioner.descriptor.model.DataProduct;
import io.outputport.provisioner.descriptor.model.HiddenTags;
import io.outputport.provisioner.descriptor.model.Located;
import io.outputport.provisioner.descriptor.naming.NameText;
import io.outputport.provisioner.descriptor.naming.PortPrefix;
import io.outputport.provisioner.descriptor.source.TableFacts;
import io.outputport.provisioner.hasura.descriptor.HasuraDescriptor;
import io.outputport.provisioner.hasura.descriptor.HasuraOutputPort;
import io.outputport.provisioner.hasura.descriptor.RootFields;
import io.outputport.provisioner.hasura.naming.Naming;
import io.outputport.provisioner.hasura.plan.column.ColumnChoice;
import io.outputport.provisioner.hasura.plan.column.ContractMatch;
import io.outputport.provisioner.hasura.plan.column.ForbiddenNames;
import io.outputport.provisioner.hasura.plan.column.HiddenColumn;
import io.outputport.provisioner.hasura.plan.column.NearTags;
import io.outputport.provisioner.hasura.plan.entry.PlanProblems;
import io.outputport.provisioner.hasura.plan.entry.RootField;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** From a descriptor and the facts about its source to the port that is wanted. */
public final class WantedPorts {
    private static final int MOST_REASONS = 10;

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
    public record Options(boolean subscriptions, HiddenTags hiddenTags) {}

    public static PortIdentity identity(HasuraDescriptor descriptor) {
        return identity(descriptor.product(), descriptor.port());
    }

    private static PortIdentity identity(DataProduct product, HasuraOutputPort port) {
        return new PortIdentity(
                port.id().value(),
                Optional.of(Naming.roleId(product, port.name().value())),
                PortPrefix.all(product, port.name().value()),
                Optional.of(Naming.sources(product)));
    }

    /** Stopped with everything in which the source cannot be served as the contract says, or cannot be served at all. */
    public Outcome<WantedPort> of(HasuraDescriptor descriptor, TableFacts facts, HasuraDialect dialect) {
        List<Problem> forbidden = ForbiddenNames.of(descriptor, facts);
        return ColumnChoice.of(
                        descriptor.port().contract(), descriptor.source().contract(), facts, options.hiddenTags())
                .match(
                        columns -> wanted(descriptor, facts, dialect, columns, forbidden),
                        Outcome::later,
                        missing -> Outcome.stopped(Stream.concat(missing.stream(), forbidden.stream())
                                .toList()));
    }

    private Outcome<WantedPort> wanted(
            HasuraDescriptor descriptor,
            TableFacts facts,
            HasuraDialect dialect,
            ColumnChoice columns,
            List<Problem> forbidden) {
        List<Problem> problems = new ArrayList<>(forbidden);
        if (columns.readable().isEmpty()) {
            problems.add(0, noColumn(descriptor, facts, columns));
        }
        return problems.isEmpty()
                ? Outcome.done(wanted(descriptor, facts, dialect, columns))
                : Outcome.stopped(problems);
    }

    private Problem noColumn(HasuraDescriptor descriptor, TableFacts facts, ColumnChoice columns) {
        String table = facts.table().schema() + "." + facts.table().name();
        if (columns.real().isEmpty()) {
            Located<String> place = descriptor.source().placeOf(facts.table().name());
            return Problem.of(
                            PlanProblems.NO_COLUMN,
                            table + " has no column, so there is nothing to serve.",
                            "Give it columns first.")
                    .at(place.path(), place.position());
        }
        String reasons = hidden(descriptor, facts, columns).stream()
                .limit(MOST_REASONS)
                .map(column -> column.name() + " (" + column.reason() + ")")
                .collect(Collectors.joining(", "));
        return Problem.of(
                        PlanProblems.NO_COLUMN,
                        "Consumers would see no column of " + table + ": " + reasons + ".",
                        "List a column in the data contract that is not tagged to be hidden.")
                .at(descriptor.port().id().path(), descriptor.port().id().position());
    }

    /** Columns that are shown with a tag that looks as if it was meant to hide them; they stop nobody. */
    public List<Problem> nearTags(HasuraDescriptor descriptor, TableFacts facts, ColumnChoice choice) {
        return NearTags.of(known(descriptor), facts, options.hiddenTags(), choice);
    }

    /**
     * The port without what the source does not have any more, so that the rest of it can be served; unchanged where nothing
     * of the contract would be left.
     *
     * @param missing takes the columns that consumers lose
     */
    public static HasuraDescriptor whatIsLeft(HasuraDescriptor descriptor, TableFacts facts, Consumer<String> missing) {
        Predicate<ContractColumn> isThere =
                column -> !ContractMatch.meant(column.name().value(), facts).isEmpty();
        List<ContractColumn> contract = descriptor.port().contract();
        List<ContractColumn> left = contract.stream().filter(isThere).toList();
        if (left.isEmpty() || left.equals(contract)) {
            return descriptor;
        }
        contract.stream()
                .filter(isThere.negate())
                .map(column -> column.name().value())
                .forEach(missing);
        return new HasuraDescriptor(
                descriptor.product(), descriptor.port().promising(left), descriptor.source(), descriptor.table());
    }

    /** The columns of the source that this choice keeps from consumers, and why. */
    public List<HiddenColumn> hidden(HasuraDescriptor descriptor, TableFacts facts, ColumnChoice choice) {
        return HiddenColumn.of(known(descriptor), facts, options.hiddenTags(), choice);
    }

    private static List<ContractColumn> known(HasuraDescriptor descriptor) {
        return Stream.concat(descriptor.port().contract().stream(), descriptor.source().contract().stream())
                .toList();
    }

    private WantedPort wanted(
            HasuraDescriptor descriptor, TableFacts facts, HasuraDialect dialect, ColumnChoice columns) {
        DataProduct product = descriptor.product();
        HasuraOutputPort port = descriptor.port();
        String source = Naming.sourceName(product, facts.table());
        return new WantedPort(
                identity(product, port),
                dialect,
                source,
                Naming.legacySourceName(product),
                source + "_" + NameText.letters(port.name().value()),
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
        Set<String> types =
                facts.columns().stream().map(column -> column.type().served()).collect(Collectors.toSet());
        return new WantedPort.Offer(fields, aggregations, types);
    }

    private static boolean hasUsableKey(TableFacts facts, ColumnChoice columns) {
        List<String> key = facts.primaryKey();
        return !key.isEmpty()
                && columns.permitted()
                        .map(permitted -> permitted.containsAll(key))
                        .orElse(true);
    }
}
