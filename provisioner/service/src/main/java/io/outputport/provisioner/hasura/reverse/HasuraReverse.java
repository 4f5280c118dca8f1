package io.outputport.provisioner.hasura.reverse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.Progress;
import io.outputport.foundation.outcome.Severity;
import io.outputport.provisioner.descriptor.model.SourceTable;
import io.outputport.provisioner.descriptor.reverse.CatalogContract;
import io.outputport.provisioner.descriptor.reverse.ContractUpdate;
import io.outputport.provisioner.descriptor.reverse.MissingTable;
import io.outputport.provisioner.descriptor.source.SourceTechnology;
import io.outputport.provisioner.descriptor.source.TableFacts;
import io.outputport.provisioner.hasura.drift.TrackedTable;
import io.outputport.provisioner.hasura.plan.entry.RootField;
import io.outputport.provisioner.hasura.plan.wanted.HasuraDialect;
import io.outputport.provisioner.hasura.remote.TrackedTables;
import io.outputport.provisioner.hasura.source.SourceProblems;
import io.outputport.provisioner.port.ReverseReading;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a table, of a database or one that Hasura tracks, into a component of the catalog. */
public final class HasuraReverse implements ReverseReading {
    private static final String SPECIFIC = "spec.mesh.specific.";
    private static final Map<RootField, String> FIELDS = Map.of(
            RootField.SELECT, "select",
            RootField.SELECT_BY_PK, "selectByPk",
            RootField.SELECT_AGGREGATE, "selectAggregate",
            RootField.SELECT_STREAM, "selectStream");

    private final List<SourceTechnology> technologies;
    private final TargetReader reader;
    private final List<HasuraDialect> dialects;
    private final TrackedTables hasura;

    public HasuraReverse(List<SourceTechnology> technologies, List<HasuraDialect> dialects, TrackedTables hasura) {
        this.technologies = List.copyOf(technologies);
        this.reader = new TargetReader(technologies);
        this.dialects = List.copyOf(dialects);
        this.hasura = hasura;
    }

    /** Whatever names no other technology's things is read as a table, and told what is wrong with it. */
    @Override
    public boolean isMeantBy(JsonNode params) {
        return TargetReader.isMeantBy(params);
    }

    @Override
    public Outcome<ObjectNode> target(JsonNode params) {
        return reader.read(params).map(ReverseTargetJson::write);
    }

    @Override
    public Outcome<Update> read(JsonNode target, CatalogContract entry, Progress progress) {
        return ReverseTargetJson.read(target)
                .match(
                        database -> facts(database.table(), progress)
                                .map(facts -> result(facts, Optional.empty(), entry, progress)),
                        named -> tracked(named, progress).then(found -> read(found, entry, progress)));
    }

    private Outcome<Update> read(TrackedTable found, CatalogContract entry, Progress progress) {
        return table(found)
                .then(table -> facts(table, progress))
                .map(facts -> visible(facts, found, entry, progress))
                .map(facts -> result(facts, Optional.of(found), entry, progress));
    }

    private Outcome<TrackedTable> tracked(ReverseTarget.InHasura named, Progress progress) {
        return hasura.metadata()
                .then(metadata -> TrackedTable.find(metadata, named.source(), named.table()))
                .map(found -> {
                    progress.report(Severity.INFO, "hasura", "Hasura tracks it in source " + found.source() + ".");
                    return found;
                });
    }

    private Outcome<SourceTable> table(TrackedTable found) {
        return found.sourceTable(dialects)
                .map(Outcome::done)
                .orElseGet(
                        () -> Outcome.stopped(
                                Problem.of(
                                        SourceProblems.SOURCE_NOT_SERVED,
                                        "The database behind Hasura's source " + found.source()
                                                + " is not one that this provisioner has settings for, so it cannot be asked.",
                                        "Have it added to the provisioner's settings, or name the table by database, schema and view.")));
    }

    private Outcome<TableFacts> facts(SourceTable table, Progress progress) {
        SourceTechnology technology = technologies.stream()
                .filter(it -> it.name().equals(table.technology()))
                .findFirst()
                .orElseThrow();
        return technology
                .facts(table)
                .then(found -> found.map(Outcome::done).orElseGet(() -> missing(technology, table)))
                .map(facts -> {
                    progress.report(
                            Severity.INFO,
                            "source",
                            "The source has " + shown(facts.table()) + " with "
                                    + facts.columns().size() + " columns.");
                    return facts;
                });
    }

    private static Outcome<TableFacts> missing(SourceTechnology technology, SourceTable table) {
        return technology
                .neighbours(table)
                .then(neighbours -> Outcome.stopped(Problem.of(
                        SourceProblems.SOURCE_TABLE_MISSING,
                        "There is no view or table " + table.schema() + "." + table.name() + " in database "
                                + table.database() + ".",
                        MissingTable.advice(table, neighbours))));
    }

    /** What nobody may see must not come into the contract, since the next provision would show it. */
    private static TableFacts visible(TableFacts facts, TrackedTable found, CatalogContract entry, Progress progress) {
        Optional<Set<String>> names = found.visibleColumns();
        List<TableFacts.Column> visible = facts.columns().stream()
                .filter(column -> names.map(seen -> seen.contains(column.name()) || entry.has(column.name()))
                        .orElse(true))
                .toList();
        int hidden = facts.columns().size() - visible.size();
        if (hidden > 0) {
            progress.report(
                    Severity.INFO, "hasura", "Left out, since no role may see them: " + hidden + " of its columns.");
        }
        return new TableFacts(facts.table(), facts.view(), visible, facts.primaryKey(), facts.constraints());
    }

    private static Update result(
            TableFacts facts, Optional<TrackedTable> tracked, CatalogContract entry, Progress progress) {
        List<String> columns =
                facts.columns().stream().map(TableFacts.Column::name).toList();
        Map<String, String> names =
                tracked.map(found -> found.columnNames(columns)).orElseGet(Map::of);
        ContractUpdate update = ContractUpdate.of(facts, names, entry);
        update.differences().forEach(sentence -> progress.report(Severity.INFO, "catalog", sentence));
        ObjectNode updates = JsonNodeFactory.instance.objectNode();
        updates.set("spec.mesh.dataContract.schema", update.schema());
        tracked.ifPresent(found -> addNames(found, updates));
        return new Update("The columns of " + shown(facts.table()) + " were read.", updates);
    }

    /** The names by which consumers ask for it are the output port's. */
    private static void addNames(TrackedTable found, ObjectNode updates) {
        found.customName().ifPresent(name -> updates.put(SPECIFIC + "customTableName", name));
        for (RootField field : RootField.values()) {
            Optional.ofNullable(found.rootFields().get(field.key()))
                    .ifPresent(name -> updates.put(SPECIFIC + FIELDS.get(field), name));
        }
    }

    private static String shown(SourceTable table) {
        return table.database() + "." + table.schema() + "." + table.name();
    }
}
