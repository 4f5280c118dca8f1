package io.outputport.sandbox.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;

/** The databases of the sandbox, their roles and their rows; the rows are the same in every run. */
final class SampleData {
    static final Map<String, List<String>> SCRIPTS = scripts();

    private SampleData() {}

    /** @param superuser the data source of a database as its superuser, who needs no password yet */
    static void load(Function<String, DataSource> superuser) throws SQLException, IOException {
        try (Connection connection = superuser.apply("postgres").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(script("roles.sql"));
            for (String database : SCRIPTS.keySet()) {
                statement.execute("CREATE DATABASE \"%s\" OWNER sandbox_owner".formatted(database));
            }
        }
        for (var database : SCRIPTS.entrySet()) {
            fill(superuser.apply(database.getKey()), database.getValue());
        }
    }

    private static void fill(DataSource database, List<String> scripts) throws SQLException, IOException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String script : scripts) {
                statement.execute(script(script));
            }
        }
    }

    private static Map<String, List<String>> scripts() {
        Map<String, List<String>> scripts = new LinkedHashMap<>();
        scripts.put("sandbox", List.of("vaccination-rows.sql", "healthcare.sql", "finance.sql"));
        scripts.put("marketing", List.of("marketing.sql"));
        scripts.put("HEALTHCARE", List.of("vaccination-rows.sql", "snowflake.sql"));
        return scripts;
    }

    private static String script(String name) throws IOException {
        try (InputStream script = SampleData.class.getResourceAsStream(name)) {
            if (script == null) {
                throw new IOException("The sandbox's jar lacks its script " + name + ".");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
