package io.outputport.provisioner.remote.postgres;

import io.outputport.provisioner.descriptor.model.DataProduct;
import io.outputport.provisioner.descriptor.model.SourceOutputPort;
import io.outputport.provisioner.descriptor.model.SourceTable;
import io.outputport.provisioner.descriptor.source.SourceTechnology;
import io.outputport.provisioner.descriptor.source.SpecificNames;
import io.outputport.provisioner.descriptor.source.TableFacts;
import io.outputport.provisioner.outcome.Outcome;
import io.outputport.provisioner.outcome.Problem;
import java.util.Optional;
import java.util.TreeSet;

/** PostgreSQL with settings: it locates tables by name and asks the catalog. */
final class PostgresTechnology implements SourceTechnology, AutoCloseable {
    static final String NAME = "postgres";

    private final PostgresSettings settings;
    private final PostgresCatalog catalog;

    PostgresTechnology(PostgresSettings settings) {
        this.settings = settings;
        this.catalog = new PostgresCatalog(settings);
    }

    static boolean means(String technology) {
        return "postgres".equalsIgnoreCase(technology) || "postgresql".equalsIgnoreCase(technology);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isMeantBy(String technology) {
        return means(technology);
    }

    @Override
    public Outcome<SourceTable> locate(DataProduct product, SourceOutputPort port) {
        SpecificNames names = new SpecificNames(port, PostgresNames.RULE);
        Optional<String> database =
                names.located("database").isPresent() ? names.optional("database") : Optional.of(ownDatabase());
        database.filter(name -> !settings.sources().containsKey(name))
                .ifPresent(name -> names.report("database", unknown(name)));
        Optional<String> schema = names.required("schema");
        Optional<String> table = names.required("viewName", "tableName");
        return names.orProblems(
                () -> new SourceTable(NAME, database.orElseThrow(), schema.orElseThrow(), table.orElseThrow()));
    }

    @Override
    public Outcome<Optional<TableFacts>> facts(SourceTable table) {
        return catalog.facts(table);
    }

    private String ownDatabase() {
        return settings.url().database();
    }

    private Problem unknown(String database) {
        return Problem.of(
                PostgresProblems.DATABASE_UNKNOWN,
                "The database \"" + database + "\" is not one that this provisioner serves.",
                "Name one of "
                        + String.join(", ", new TreeSet<>(settings.sources().keySet()))
                        + " in specific.database, or have it added to POSTGRES_SOURCES.");
    }

    @Override
    public void close() {
        catalog.close();
    }
}
