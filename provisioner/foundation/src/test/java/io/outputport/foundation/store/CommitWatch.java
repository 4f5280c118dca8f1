package io.outputport.foundation.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** A trigger of PostgreSQL that writes down, for each statement that changes a table, whether its commit waits for the disk. */
public final class CommitWatch {
    private final DataSource database;

    private CommitWatch(DataSource database) {
        this.database = database;
    }

    public static CommitWatch over(DataSource database, String table) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table commits (at serial, waits varchar(20))");
            statement.execute("""
                    create function note_commit() returns trigger language plpgsql as $$
                    begin
                        insert into commits (waits) values (current_setting('synchronous_commit'));
                        return null;
                    end $$""");
            statement.execute("create trigger note after insert or update or delete on " + table
                    + " for each statement execute function note_commit()");
        }
        return new CommitWatch(database);
    }

    /** What {@code synchronous_commit} was at each change, in order. */
    public List<String> seen() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select waits from commits order by at")) {
            List<String> seen = new ArrayList<>();
            while (rows.next()) {
                seen.add(rows.getString(1));
            }
            return seen;
        }
    }
}
