package io.outputport.provisioner.source.snowflake;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.provisioner.descriptor.model.SourceTable;
import io.outputport.provisioner.descriptor.source.Neighbours;
import io.outputport.provisioner.descriptor.source.TableFacts;
import io.outputport.provisioner.source.jdbc.DriverSource;
import io.outputport.provisioner.source.jdbc.SourceConnections;
import io.outputport.provisioner.source.jdbc.SourceWatch;
import io.outputport.provisioner.source.snowflake.login.DriverLog;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;

/** Asks the account's INFORMATION_SCHEMA with the real driver. */
final class SnowflakeFacts implements AutoCloseable {
    private static final int NO_SUCH_OBJECT = 2003;

    private final SnowflakeSettings settings;
    private final SourceConnections connections;

    SnowflakeFacts(SnowflakeSettings settings, SourceWatch watch) {
        this.settings = settings;
        DriverLog.route();
        this.connections = new SourceConnections(
                new DriverSource(
                        "net.snowflake.client.api.driver.SnowflakeDriver",
                        "jdbc:snowflake://" + settings.host().inUrl() + "/",
                        properties(settings)),
                settings.timeout(),
                watch);
    }

    /** Each name counts as it is written, else in upper case if that is what exists. */
    Outcome<Optional<TableFacts>> of(SourceTable table) {
        return ask(
                table,
                "TABLES COLUMNS",
                (connection, exact) -> new InformationSchema(connection, seconds(settings)).find(exact));
    }

    Outcome<Neighbours> neighbours(SourceTable table) {
        return ask(
                table,
                "SCHEMATA TABLES",
                (connection, exact) -> new SnowflakeNeighbours(connection, seconds(settings)).of(exact));
    }

    /** What is asked of one database, whose name is exact. */
    private interface DatabaseQuestion<T> {
        T ask(Connection connection, SourceTable table) throws SQLException;
    }

    private <T> Outcome<T> ask(SourceTable table, String summary, DatabaseQuestion<T> question) {
        try {
            return Outcome.done(
                    connections.ask(table.database(), summary, connection -> ask(connection, table, question)));
        } catch (SQLException failure) {
            return new SnowflakeFailure(settings.host().name(), table.database()).outcome(failure);
        }
    }

    private static <T> T ask(Connection connection, SourceTable table, DatabaseQuestion<T> question)
            throws SQLException {
        String upper = SnowflakeNames.upper(table.database());
        try {
            return question.ask(connection, table);
        } catch (SQLException failure) {
            if (failure.getErrorCode() != NO_SUCH_OBJECT || upper.equals(table.database())) {
                throw failure;
            }
            return question.ask(connection, new SourceTable(table.technology(), upper, table.schema(), table.name()));
        }
    }

    private static Properties properties(SnowflakeSettings settings) {
        String seconds = Integer.toString(seconds(settings));
        String millis = Long.toString(settings.timeout().toMillis());
        Properties properties = new Properties();
        settings.login().addTo(properties);
        properties.setProperty("user", settings.user());
        properties.setProperty("role", settings.role());
        properties.setProperty("warehouse", settings.warehouse());
        properties.setProperty("application", "hasura-output-port-provisioner");
        properties.setProperty("loginTimeout", seconds);
        properties.setProperty("queryTimeout", seconds);
        properties.setProperty("networkTimeout", millis);
        properties.setProperty("HTTP_CLIENT_CONNECTION_TIMEOUT", millis);
        properties.setProperty("HTTP_CLIENT_SOCKET_TIMEOUT", millis);
        // The driver would ask the addresses of cloud metadata services at the first login.
        properties.setProperty("disablePlatformDetection", "true");
        // Arrow needs --add-opens on JDK 17, and facts are small.
        properties.setProperty("JDBC_QUERY_RESULT_FORMAT", "JSON");
        return properties;
    }

    private static int seconds(SnowflakeSettings settings) {
        return Math.toIntExact(settings.timeout().toSeconds());
    }

    @Override
    public void close() {
        connections.close();
    }
}
