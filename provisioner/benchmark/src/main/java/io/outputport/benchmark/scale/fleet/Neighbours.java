package io.outputport.benchmark.scale.fleet;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.benchmark.landscape.Landscape;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What other teams have in Hasura: sources with databases of their own, and in each the same number of tables. */
public final class Neighbours {
    public static final int SOURCES = 20;
    private static final List<String> COLUMNS = List.of("id", "code", "label", "amount", "created_on");

    private final Landscape landscape;
    private int views;

    private Neighbours(Landscape landscape) {
        this.landscape = landscape;
    }

    public static Neighbours moveIn(Landscape landscape) throws SQLException {
        for (int source = 0; source < SOURCES; source++) {
            landscape.run("postgres", List.of("CREATE DATABASE " + name(source)));
            landscape.run(
                    name(source),
                    List.of("CREATE TABLE facts (id bigint PRIMARY KEY, code text, label text, amount numeric,"
                            + " created_on date, updated_at timestamptz, valid boolean)"));
        }
        return new Neighbours(landscape);
    }

    /**
     * Hasura's metadata with so many tables of theirs and nothing else.
     *
     * @param tables spread over the sources
     */
    public ObjectNode metadata(int tables) throws SQLException {
        makeViews((tables + SOURCES - 1) / SOURCES);
        ObjectNode metadata = JsonNodeFactory.instance.objectNode().put("version", 3);
        ArrayNode sources = metadata.putArray("sources");
        for (int source = 0; source < SOURCES; source++) {
            ObjectNode entry = sources.addObject().put("name", name(source)).put("kind", "postgres");
            ArrayNode tracked = entry.putArray("tables");
            for (int view = 0; view * SOURCES + source < tables; view++) {
                tracked.add(table(source, view));
            }
            entry.putObject("configuration")
                    .putObject("connection_info")
                    .put("database_url", landscape.databaseUrl(name(source)));
        }
        return metadata;
    }

    private void makeViews(int wanted) throws SQLException {
        List<String> missing = new ArrayList<>(IntStream.range(views, wanted)
                .mapToObj(view -> "CREATE VIEW " + view(view) + " AS SELECT * FROM facts")
                .toList());
        for (int source = 0; source < SOURCES && !missing.isEmpty(); source++) {
            landscape.run(name(source), missing);
        }
        views = Math.max(views, wanted);
    }

    private static ObjectNode table(int source, int view) {
        String name = name(source) + "_" + view(view);
        ObjectNode table = JsonNodeFactory.instance.objectNode();
        table.putObject("table").put("schema", "public").put("name", view(view));
        ObjectNode configuration = table.putObject("configuration").put("custom_name", name);
        configuration
                .putObject("custom_root_fields")
                .put("select", name + "_select")
                .put("select_aggregate", name + "_agg");
        ObjectNode permission = table.putArray("select_permissions").addObject().put("role", name + "_role");
        ObjectNode rules = permission.putObject("permission");
        COLUMNS.forEach(rules.putArray("columns")::add);
        rules.putObject("filter");
        return table;
    }

    private static String name(int source) {
        return String.format(Locale.ROOT, "neighbour_%02d", source);
    }

    private static String view(int view) {
        return "facts_" + view;
    }
}
