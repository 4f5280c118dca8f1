package io.outputport.benchmark.durable;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The task database, seen past the service: what is prepared in it, and what is counted at the end. */
public final class TaskTable implements AutoCloseable {
    private final Connection connection;

    private TaskTable(Connection connection) {
        this.connection = connection;
    }

    public static TaskTable open(String url) throws SQLException {
        TaskTable table = new TaskTable(DriverManager.getConnection(url));
        table.execute(
                "create table if not exists bare (id bigint generated always as identity primary key, request text)");
        return table;
    }

    /** Ports that are known to be alive, so that an updateacl asks only the role mapper. */
    public void addPorts(Iterable<String> components) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into port (component, closed, refs) values (?, false, '[]')")) {
            for (String component : components) {
                insert.setString(1, component);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** One committed row of the request's size: what no durable queue can do without. */
    void insertBare(String request) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into bare (request) values (?)")) {
            insert.setString(1, request);
            insert.executeUpdate();
        }
    }

    /**
     * Leaves files of the server's log to be written again, as there are in one that has run for days. A new server makes
     * each of them first, and no commit ends meanwhile.
     */
    void checkpoint() throws SQLException {
        execute("checkpoint");
    }

    long count(String condition) throws SQLException {
        return Math.round(number("select count(*) from task where " + condition));
    }

    /** The median time from the start of a task to its end, of those whose component is like this. */
    double medianMillis(String like) throws SQLException {
        return number("select 1000 * percentile_cont(0.5) within group (order by extract(epoch from"
                + " finished_at - started_at)) from task where component like '" + like + "'");
    }

    private double number(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getDouble(1);
        }
    }

    private void execute(String statement) throws SQLException {
        try (Statement sent = connection.createStatement()) {
            sent.execute(statement);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
