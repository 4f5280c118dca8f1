package io.outputport.provisioner.descriptor;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.provisioner.descriptor.model.DataProduct;
import io.outputport.provisioner.descriptor.model.SourceOutputPort;
import io.outputport.provisioner.descriptor.model.SourceTable;
import io.outputport.provisioner.descriptor.source.Neighbours;
import io.outputport.provisioner.descriptor.source.SourceTechnology;
import io.outputport.provisioner.descriptor.source.TableFacts;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A kind of source without a database: every table whose facts were given exists. */
public final class FakeTechnology implements SourceTechnology {
    public static final String DATABASE = "demo";
    private static final ProblemCode MISSING = new ProblemCode("fake-view-missing");

    private final List<String> names;
    private final Map<SourceTable, TableFacts> tables = new HashMap<>();

    /** @param names its name, and what else means it */
    public FakeTechnology(String... names) {
        this.names = List.copyOf(Arrays.asList(names));
    }

    public static FakeTechnology postgres() {
        return new FakeTechnology("postgres", "postgresql");
    }

    public FakeTechnology with(TableFacts facts) {
        tables.put(facts.table(), facts);
        return this;
    }

    @Override
    public String name() {
        return names.get(0);
    }

    @Override
    public boolean isMeantBy(String technology) {
        return names.stream().anyMatch(technology::equalsIgnoreCase);
    }

    @Override
    public Outcome<SourceTable> locate(DataProduct product, SourceOutputPort port) {
        return port.specific().containsKey("viewName")
                ? Outcome.done(new SourceTable(
                        name(),
                        text(port, "database", DATABASE),
                        text(port, "schema", "public"),
                        text(port, "viewName", "")))
                : Outcome.stopped(Problem.of(MISSING, "viewName is missing."));
    }

    @Override
    public Outcome<Optional<TableFacts>> facts(SourceTable table) {
        return Outcome.done(Optional.ofNullable(tables.get(table)));
    }

    @Override
    public Outcome<SourceTable> named(Optional<String> database, String schema, String name) {
        return Outcome.done(new SourceTable(name(), database.orElse(DATABASE), schema, name));
    }

    @Override
    public Outcome<Neighbours> neighbours(SourceTable table) {
        return Outcome.done(new Neighbours(
                tables.keySet().stream().map(SourceTable::schema).distinct().toList(),
                tables.keySet().stream()
                        .filter(other -> other.schema().equals(table.schema()))
                        .map(SourceTable::name)
                        .toList()));
    }

    private static String text(SourceOutputPort port, String name, String otherwise) {
        return Optional.ofNullable(port.specific().get(name))
                .map(located -> located.value())
                .orElse(otherwise);
    }
}
