package io.outputport.provisioner.source.postgres;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.descriptor.model.SourceTable;
import io.outputport.provisioner.descriptor.source.Neighbours;
import io.outputport.provisioner.descriptor.source.TableFacts;
import io.outputport.provisioner.source.jdbc.DriverSource;
import io.outputport.provisioner.source.jdbc.SourceConnections;
import io.outputport.provisioner.source.jdbc.SourceWatch;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** The system catalogs of the databases that are listed in the settings, asked over JDBC. */
final class PostgresCatalog implements AutoCloseable {
    private final PostgresSettings settings;
    private final Map<String, SourceConnections> connections = new HashMap<>();

    PostgresCatalog(PostgresSettings settings, SourceWatch watch) {
        this.settings = settings;
        settings.sources()
                .keySet()
                .forEach(database -> connections.put(
                        database,
                        new SourceConnections(
                                new DriverSource(
                                        "org.postgresql.Driver", settings.url().jdbc(database), properties()),
                                settings.timeout(),
                                watch)));
    }

    /** Only the names as they are written count: PostgreSQL keeps letter case, and Hasura quotes. */
    Outcome<Optional<TableFacts>> facts(SourceTable table) {
        return ask(table, "pg_class", connection -> facts(connection, table));
    }

    Outcome<Neighbours> neighbours(SourceTable table) {
        return ask(
                table,
                "pg_namespace pg_class",
                connection -> Outcome.done(new PostgresNeighbours(connection, seconds()).of(table)));
    }

    private <T> Outcome<T> ask(SourceTable table, String summary, SourceConnections.Question<Outcome<T>> question) {
        SourceConnections database = connections.get(table.database());
        if (database == null) {
            throw new IllegalArgumentException("not located by us: " + table);
        }
        try {
            return database.ask(table.database(), summary, question);
        } catch (SQLException failure) {
            return new PostgresFailure(settings.url().hosts(), table.database()).outcome(failure);
        }
    }

    private Outcome<Optional<TableFacts>> facts(Connection connection, SourceTable table) throws SQLException {
        CatalogQueries catalog = new CatalogQueries(connection, seconds());
        Optional<TableFacts> facts = catalog.table(table);
        if (facts.isPresent()) {
            return Outcome.done(facts);
        }
        List<String> similar = catalog.inOtherLetterCase(table);
        return similar.isEmpty() ? Outcome.done(Optional.empty()) : Outcome.stopped(otherLetterCase(table, similar));
    }

    private static Problem otherLetterCase(SourceTable table, List<String> similar) {
        return Problem.of(
                PostgresProblems.OTHER_LETTER_CASE,
                "There is no table or view " + table.schema() + "." + table.name() + " in the database "
                        + table.database() + ", but there is " + String.join(" and ", similar) + ".",
                "Letter case counts: write schema and viewName or tableName exactly as they are.");
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("user", settings.user());
        properties.setProperty("password", settings.password().reveal());
        properties.setProperty("ApplicationName", "hasura-output-port-provisioner");
        properties.setProperty("connectTimeout", Integer.toString(seconds()));
        properties.setProperty("loginTimeout", Integer.toString(seconds()));
        // A second more than the statement's own time-out, which ends it in an orderly way.
        properties.setProperty("socketTimeout", Integer.toString(seconds() + 1));
        properties.setProperty("logServerErrorDetail", "false");
        // Without it the driver lets statements outside a transaction write on a read-only connection.
        properties.setProperty("readOnlyMode", "always");
        return properties;
    }

    private int seconds() {
        return Math.toIntExact(settings.timeout().plusMillis(999).toSeconds());
    }

    @Override
    public void close() {
        connections.values().forEach(SourceConnections::close);
    }
}
