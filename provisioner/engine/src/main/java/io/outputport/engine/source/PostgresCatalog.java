package io.outputport.engine.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.outputport.engine.source.DatabaseTable.Column;
import io.outputport.engine.source.DatabaseTable.ForeignKey;
import io.outputport.engine.source.DatabaseTable.Writable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads all tables and views of a PostgreSQL database in one statement, named by schema and name. */
public final class PostgresCatalog {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TIMEOUT_SECONDS = 60;

    private static final String TABLES = """
            SELECT json_build_object(
              'schema', n.nspname,
              'name', c.relname,
              'view', c.relkind IN ('v', 'm'),
              'writable', pg_relation_is_updatable(c.oid, true),
              'comment', obj_description(c.oid, 'pg_class'),
              'columns', (
                SELECT json_agg(json_build_object(
                  'name', a.attname, 'type', coalesce(b.typname, t.typname), 'element', e.typname, 'nullable', NOT a.attnotnull,
                  'comment', col_description(c.oid, a.attnum)) ORDER BY a.attnum)
                FROM pg_attribute a
                JOIN pg_type t ON t.oid = a.atttypid
                LEFT JOIN pg_type b ON t.typtype = 'd' AND b.oid = t.typbasetype
                LEFT JOIN pg_type e ON e.typarray = coalesce(b.oid, t.oid)
                WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped),
              'primary_key', (
                SELECT json_agg(a.attname ORDER BY k.position)
                FROM pg_constraint p
                CROSS JOIN unnest(p.conkey) WITH ORDINALITY k(attnum, position)
                JOIN pg_attribute a ON a.attrelid = p.conrelid AND a.attnum = k.attnum
                WHERE p.conrelid = c.oid AND p.contype = 'p'),
              'constraints', (
                SELECT json_agg(u.conname ORDER BY u.conname)
                FROM pg_constraint u
                WHERE u.conrelid = c.oid AND u.contype IN ('p', 'u')),
              'foreign_keys', (
                SELECT json_agg(json_build_object(
                  'name', f.conname, 'schema', fn.nspname, 'table', fc.relname,
                  'columns', (
                    SELECT json_object_agg(here.attname, there.attname)
                    FROM unnest(f.conkey, f.confkey) k(here, there)
                    JOIN pg_attribute here ON here.attrelid = f.conrelid AND here.attnum = k.here
                    JOIN pg_attribute there ON there.attrelid = f.confrelid AND there.attnum = k.there))
                  ORDER BY f.conname)
                FROM pg_constraint f
                JOIN pg_class fc ON fc.oid = f.confrelid
                JOIN pg_namespace fn ON fn.oid = fc.relnamespace
                WHERE f.conrelid = c.oid AND f.contype = 'f'))::text
            FROM pg_class c
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'v', 'm', 'f', 'p')
              AND n.nspname NOT IN ('pg_catalog', 'information_schema')
              AND n.nspname NOT LIKE 'pg\\_toast%' AND n.nspname NOT LIKE 'pg\\_temp%'
              AND (?::text IS NULL OR n.nspname = ?)
            ORDER BY n.nspname, c.relname
            """;

    private PostgresCatalog() {}

    /**
     * Asks the database.
     *
     * @param schema only this one; empty for all that are not the system's
     */
    public static List<DatabaseTable> read(PostgresAddress address, Optional<String> schema) throws SourceFailure {
        try (Connection connection = address.open()) {
            return read(connection, schema);
        } catch (SQLException failed) {
            throw new SourceFailure("connection error", String.valueOf(failed.getMessage()));
        }
    }

    /** The same, as the transaction of this connection sees it. */
    public static List<DatabaseTable> read(Connection connection, Optional<String> schema) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TABLES)) {
            statement.setQueryTimeout(TIMEOUT_SECONDS);
            statement.setString(1, schema.orElse(null));
            statement.setString(2, schema.orElse(null));
            List<DatabaseTable> tables = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    tables.add(table(JSON.readTree(rows.getString(1))));
                }
            }
            return tables;
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("PostgreSQL wrote JSON that cannot be read", impossible);
        }
    }

    private static DatabaseTable table(JsonNode json) {
        String schema = json.path("schema").asText();
        String name = json.path("name").asText();
        // Bits of pg_relation_is_updatable: 4 update, 8 insert, 16 delete.
        int writable = json.path("writable").asInt();
        return new DatabaseTable(
                TableName.of(schema, name),
                schema,
                name,
                json.path("view").asBoolean(),
                new Writable((writable & 8) != 0, (writable & 4) != 0, (writable & 16) != 0),
                columns(json.path("columns")),
                texts(json.path("primary_key")),
                foreignKeys(json.path("foreign_keys")),
                texts(json.path("constraints")),
                text(json.path("comment")));
    }

    private static List<Column> columns(JsonNode json) {
        List<Column> columns = new ArrayList<>();
        json.forEach(column -> columns.add(new Column(
                column.path("name").asText(),
                column.path("type").asText(),
                text(column.path("element")),
                column.path("nullable").asBoolean(),
                text(column.path("comment")))));
        return columns;
    }

    private static List<ForeignKey> foreignKeys(JsonNode json) {
        List<ForeignKey> keys = new ArrayList<>();
        for (JsonNode key : json) {
            Map<String, String> columns = new TreeMap<>();
            key.path("columns")
                    .properties()
                    .forEach(pair -> columns.put(pair.getKey(), pair.getValue().asText()));
            TableName target =
                    TableName.of(key.path("schema").asText(), key.path("table").asText());
            keys.add(new ForeignKey(key.path("name").asText(), target, columns));
        }
        return keys;
    }

    private static List<String> texts(JsonNode json) {
        List<String> texts = new ArrayList<>();
        json.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static Optional<String> text(JsonNode json) {
        return json.isTextual() ? Optional.of(json.asText()) : Optional.empty();
    }
}
