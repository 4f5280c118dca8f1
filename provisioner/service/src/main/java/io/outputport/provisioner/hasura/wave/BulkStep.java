package io.outputport.provisioner.hasura.wave;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.provisioner.hasura.plan.entry.ActualMetadata;
import io.outputport.provisioner.hasura.plan.entry.ActualSource;
import io.outputport.provisioner.hasura.plan.entry.ActualTable;
import io.outputport.provisioner.hasura.plan.entry.MetadataEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One command of Hasura's metadata API, which costs it one schema build.
 *
 * @param type with the kind of the source before it, for example {@code pg_track_table}
 */
public record BulkStep(String type, ObjectNode args) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String CONFIGURATION = "configuration";
    private static final String PERMISSIONS = "select_permissions";

    /** As an element of {@code bulk}. */
    public ObjectNode toJson() {
        return JSON.objectNode().put("type", type).set("args", args);
    }

    /**
     * The same as the edits, with as few builds as possible; empty where a command would have to say what only the whole
     * document can: a new source, another configuration, or an entry that differs in more than names and select
     * permissions.
     */
    public static Optional<List<BulkStep>> of(List<MetadataEdit> edits, ActualMetadata before) {
        List<BulkStep> steps = new ArrayList<>();
        for (MetadataEdit edit : edits) {
            Optional<ActualSource> source = before.source(edit.source());
            Optional<List<BulkStep>> own = source.flatMap(known -> of(edit, known));
            if (own.isEmpty()) {
                return Optional.empty();
            }
            steps.addAll(own.get());
        }
        return Optional.of(steps);
    }

    private static Optional<List<BulkStep>> of(MetadataEdit edit, ActualSource source) {
        return edit.match(
                added -> Optional.empty(),
                configured -> Optional.empty(),
                removed -> Optional.of(List.of(step(
                        source,
                        "drop_source",
                        JSON.objectNode().put("name", removed.source()).put("cascade", false)))),
                put -> source.table(put.table())
                        .map(existing -> change(source, existing, put))
                        .orElseGet(() -> Optional.of(create(source, put))),
                removed -> Optional.of(List.of(step(
                        source, "untrack_table", table(source, removed.table()).put("cascade", false)))));
    }

    private static List<BulkStep> create(ActualSource source, MetadataEdit.PutTable put) {
        List<BulkStep> steps = new ArrayList<>();
        ObjectNode args = table(source, put.table());
        args.set(CONFIGURATION, put.entry().path(CONFIGURATION));
        steps.add(step(source, "track_table", args));
        put.entry().path(PERMISSIONS).forEach(permission -> steps.add(createPermission(source, put, permission)));
        return steps;
    }

    private static Optional<List<BulkStep>> change(
            ActualSource source, ActualTable existing, MetadataEdit.PutTable put) {
        ObjectNode old = existing.entry().get();
        if (!rest(old).equals(rest(put.entry()))) {
            return Optional.empty();
        }
        List<BulkStep> steps = new ArrayList<>();
        if (!old.path(CONFIGURATION).equals(put.entry().path(CONFIGURATION))) {
            ObjectNode args = table(source, put.table());
            args.set(CONFIGURATION, put.entry().path(CONFIGURATION));
            steps.add(step(source, "set_table_customization", args));
        }
        var before = byRole(old);
        var after = byRole(put.entry());
        before.forEach((role, permission) -> {
            if (!permission.equals(after.get(role))) {
                steps.add(step(
                        source,
                        "drop_select_permission",
                        table(source, put.table()).put("role", role)));
            }
        });
        after.forEach((role, permission) -> {
            if (!permission.equals(before.get(role))) {
                steps.add(createPermission(source, put, permission));
            }
        });
        return Optional.of(steps);
    }

    private static BulkStep createPermission(ActualSource source, MetadataEdit.PutTable put, JsonNode permission) {
        ObjectNode args = table(source, put.table());
        permission.fields().forEachRemaining(part -> args.set(part.getKey(), part.getValue()));
        return step(source, "create_select_permission", args);
    }

    private static TreeMap<String, JsonNode> byRole(JsonNode entry) {
        TreeMap<String, JsonNode> permissions = new TreeMap<>();
        entry.path(PERMISSIONS)
                .forEach(permission -> permissions.put(permission.path("role").asText(), permission));
        return permissions;
    }

    private static ObjectNode rest(ObjectNode entry) {
        ObjectNode rest = entry.deepCopy();
        rest.remove(List.of(CONFIGURATION, PERMISSIONS));
        return rest;
    }

    private static ObjectNode table(ActualSource source, JsonNode table) {
        return JSON.objectNode().put("source", source.name()).set("table", table);
    }

    /** Only PostgreSQL's commands do not begin with the kind as the metadata spells it. */
    private static BulkStep step(ActualSource source, String command, ObjectNode args) {
        String kind = source.kind().equals("postgres") ? "pg" : source.kind();
        return new BulkStep(kind + "_" + command, args);
    }
}
