package io.outputport.engine.metadata.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.engine.build.source.LiveSource;
import io.outputport.engine.metadata.command.Operations;
import io.outputport.engine.metadata.command.Work;
import io.outputport.engine.metadata.document.Args;
import io.outputport.engine.refusal.Refused;
import io.outputport.engine.source.DatabaseTable;
import io.outputport.engine.source.SourceFailure;
import io.outputport.engine.source.SourceKind;
import io.outputport.engine.source.TableName;
import java.util.Comparator;

/** What can be asked about a source: its tables now, and a table as the schema cache knows it. */
public final class SourceReads {
    private SourceReads() {}

    public static void addTo(Operations operations) {
        operations.kindReads("get_source_tables", (work, args, kind) -> sourceTables(work, args));
        operations.kindReads("get_table_info", (work, args, kind) -> tableInfo(work, args));
        operations.reads("get_source_tables", (work, command) -> sourceTables(work, command.args()));
        operations.reads("get_table_info", (work, command) -> tableInfo(work, command.args()));
    }

    /** Asks the database itself, tracked or not. */
    private static JsonNode sourceTables(Work work, Args args) {
        ObjectNode entry = work.document().existingSource(args.text("source"));
        LiveSource source = look(work, entry);
        ArrayNode names = JsonNodeFactory.instance.arrayNode();
        source.tables().values().stream()
                .map(DatabaseTable::name)
                .sorted(Comparator.comparing(source.kind()::text))
                .forEach(name -> names.add(source.kind().json(name)));
        return names;
    }

    private static LiveSource look(Work work, ObjectNode entry) {
        try {
            return work.builder().look(work.metadata(), entry);
        } catch (SourceFailure failure) {
            throw entry.path("kind").asText().equals("postgres")
                    ? Refused.of(500, "postgres-error", failure.reason())
                    : Refused.badRequest("data-connector-error", failure.reason());
        }
    }

    /** As it was when the source was last looked into; {@code null} for an unknown table. */
    private static JsonNode tableInfo(Work work, Args args) {
        String name = args.source();
        work.document().existingSource(name);
        LiveSource source = work.built().source(name).orElseThrow(() -> inconsistent(name));
        TableName table = source.kind().tableName(args.required("table"));
        return source.table(table)
                .<JsonNode>map(found -> info(source.kind(), found))
                .orElse(NullNode.getInstance());
    }

    public static Refused inconsistent(String source) {
        return Refused.badRequest("unexpected", "source with name \"" + source + "\" is inconsistent");
    }

    private static ObjectNode info(SourceKind kind, DatabaseTable table) {
        ObjectNode info = JsonNodeFactory.instance.objectNode();
        info.set("name", kind.json(table.name()));
        info.put("type", table.view() ? "view" : "table");
        ArrayNode columns = info.putArray("columns");
        table.columns().forEach(column -> columns.add(column(kind, table, column)));
        if (table.primaryKey().isEmpty()) {
            info.putNull("primary_key");
        } else {
            ArrayNode key = info.putArray("primary_key");
            table.primaryKey().forEach(key::add);
        }
        ObjectNode keys = info.putObject("foreign_keys");
        for (DatabaseTable.ForeignKey key : table.foreignKeys()) {
            ObjectNode json = keys.putObject(key.name());
            json.set("foreign_table", kind.json(key.target()));
            ObjectNode mapping = json.putObject("column_mapping");
            key.columns().forEach(mapping::put);
        }
        table.comment().ifPresent(comment -> info.put("description", comment));
        return info.put("insertable", table.writable().insert())
                .put("updatable", table.writable().update())
                .put("deletable", table.writable().delete());
    }

    private static ObjectNode column(SourceKind kind, DatabaseTable table, DatabaseTable.Column column) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("name", column.name())
                .put("type", kind.typeName(column.type()))
                .put("nullable", column.nullable());
        column.comment().ifPresent(comment -> json.put("description", comment));
        return json.put("insertable", table.writable().insert())
                .put("updatable", table.writable().update());
    }
}
