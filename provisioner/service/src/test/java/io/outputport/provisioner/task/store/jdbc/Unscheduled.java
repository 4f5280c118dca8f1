package io.outputport.provisioner.task.store.jdbc;

import io.outputport.foundation.store.OpenDatabase;
import io.outputport.provisioner.task.store.DueTask;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** What the sweep finds when nothing is left in the timetable. */
public final class Unscheduled {
    private Unscheduled() {}

    static List<DueTask> in(OpenDatabase database) throws SQLException {
        run(database, "delete from scheduled_tasks");
        return new JdbcTaskStore(database.database()).stranded(5);
    }

    public static long number(OpenDatabase database, String query) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement sent = connection.createStatement();
                ResultSet found = sent.executeQuery(query)) {
            found.next();
            return found.getLong(1);
        }
    }

    public static void run(OpenDatabase database, String statement) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement sent = connection.createStatement()) {
            sent.execute(statement);
        }
    }
}
