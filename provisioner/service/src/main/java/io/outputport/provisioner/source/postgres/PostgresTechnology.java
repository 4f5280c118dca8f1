package io.outputport.provisioner.source.postgres;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.descriptor.model.DataProduct;
import io.outputport.provisioner.descriptor.model.SourceOutputPort;
import io.outputport.provisioner.descriptor.model.SourceTable;
import io.outputport.provisioner.descriptor.source.NamedTable;
import io.outputport.provisioner.descriptor.source.Neighbours;
import io.outputport.provisioner.descriptor.source.SourceTechnology;
import io.outputport.provisioner.descriptor.source.SpecificNames;
import io.outputport.provisioner.descriptor.source.SwitchedOff;
import io.outputport.provisioner.descriptor.source.TableFacts;
import io.outputport.provisioner.source.jdbc.SourceWatch;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** PostgreSQL with settings: it locates tables by name and asks the catalog. */
public final class PostgresTechnology implements SourceTechnology, AutoCloseable {
    public static final String NAME = "postgres";

    private static final Set<String> MEANT_BY = Set.of("postgres", "postgresql");

    private final PostgresSettings settings;
    private final PostgresCatalog catalog;

    PostgresTechnology(PostgresSettings settings, SourceWatch watch) {
        this.settings = settings;
        this.catalog = new PostgresCatalog(settings, watch);
    }

    /** Without settings it is only known by name. */
    static SourceTechnology switchedOff() {
        return new SwitchedOff(
                NAME,
                MEANT_BY,
                Problem.of(
                        PostgresProblems.OFF,
                        "This provisioner has no PostgreSQL settings, so it cannot serve an output port from PostgreSQL.",
                        "Have POSTGRES_URL, POSTGRES_USER, POSTGRES_PASSWORD and POSTGRES_SOURCES set."));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isMeantBy(String technology) {
        return means(technology);
    }

    static boolean means(String technology) {
        return MEANT_BY.contains(technology.toLowerCase(Locale.ROOT));
    }

    @Override
    public Outcome<SourceTable> locate(DataProduct product, SourceOutputPort port) {
        SpecificNames names = new SpecificNames(port, PostgresNames.RULE);
        Optional<String> database =
                names.located("database").isPresent() ? names.optional("database") : Optional.of(ownDatabase());
        database.filter(name -> !settings.sources().containsKey(name))
                .ifPresent(name -> names.report("database", unknown(name, "specific.database")));
        return table(names, database);
    }

    /** @param database empty when its name was found wrong before */
    static Outcome<SourceTable> table(SpecificNames names, Optional<String> database) {
        Optional<String> schema = names.required("schema");
        schema.flatMap(PostgresNames.SYSTEM_SCHEMAS::complaint).ifPresent(problem -> names.report("schema", problem));
        Optional<String> table = names.required("viewName", "tableName");
        return names.orProblems(
                () -> new SourceTable(NAME, database.orElseThrow(), schema.orElseThrow(), table.orElseThrow()));
    }

    @Override
    public Outcome<Optional<TableFacts>> facts(SourceTable table) {
        return catalog.facts(table);
    }

    @Override
    public Outcome<SourceTable> named(Optional<String> database, String schema, String name) {
        NamedTable named = new NamedTable(database.or(() -> Optional.of(ownDatabase())), schema, name);
        return named.checked(NAME, PostgresNames.RULE, PostgresNames.SYSTEM_SCHEMAS)
                .then(table -> settings.sources().containsKey(table.database())
                        ? Outcome.done(table)
                        : Outcome.stopped(inField("database", unknown(table.database(), "database"))));
    }

    private static Problem inField(String field, Problem problem) {
        return new Problem(problem.code(), problem.message(), Optional.of(field), problem.position(), problem.hint());
    }

    @Override
    public Outcome<Neighbours> neighbours(SourceTable table) {
        return catalog.neighbours(table);
    }

    private String ownDatabase() {
        return settings.url().database();
    }

    private Problem unknown(String database, String field) {
        return Problem.of(
                PostgresProblems.DATABASE_UNKNOWN,
                "The database \"" + database + "\" is not one that this provisioner serves.",
                "Name one of "
                        + String.join(", ", new TreeSet<>(settings.sources().keySet()))
                        + " in " + field + ", or have it added to POSTGRES_SOURCES.");
    }

    @Override
    public void close() {
        catalog.close();
    }
}
