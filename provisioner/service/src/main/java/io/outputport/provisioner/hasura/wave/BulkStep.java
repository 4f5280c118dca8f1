package io.outputport.provisioner.hasura.wave;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.provisioner.hasura.plan.entry.ActualMetadata;
import io.outputport.provisioner.hasura.plan.entry.ActualSource;
import io.outputport.provisioner.hasura.plan.entry.ActualTable;
import io.outputport.provisioner.hasura.plan.entry.MetadataEdit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * One command of Hasura's metadata API, which costs it one schema build.
 *
 * @param type with the kind of the source before it, for example {@code pg_track_table}
 * @param order when its turn is: what gives names up goes before what takes them
 * @param looks the sources that Hasura introspects for it
 */
public record BulkStep(String type, ObjectNode args, StepOrder order, Set<String> looks) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String CONFIGURATION = "configuration";
    private static final String PERMISSIONS = "select_permissions";

    enum StepOrder {
        REMOVE,
        RENAME,
        ADD_SOURCE,
        TRACK,
        REVOKE,
        GRANT
    }

    boolean looksInto(String source) {
        return looks.contains(source);
    }

    /** As an element of {@code bulk}. */
    public ObjectNode toJson() {
        return JSON.objectNode().put("type", type).set("args", args);
    }

    /**
     * The same as the edits, with as few builds as possible; empty where a command would have to say what only the whole
     * document can: another configuration, or an entry that differs in more than names and select permissions.
     */
    public static Optional<List<BulkStep>> of(List<MetadataEdit> edits, ActualMetadata before) {
        List<BulkStep> steps = new ArrayList<>();
        ActualMetadata soFar = before;
        for (MetadataEdit edit : edits) {
            Optional<List<BulkStep>> own = of(edit, soFar);
            if (own.isEmpty()) {
                return Optional.empty();
            }
            steps.addAll(own.get());
            soFar = soFar.after(List.of(edit));
        }
        return Optional.of(TrackedTogether.of(steps).stream()
                .sorted(Comparator.comparing(BulkStep::order))
                .toList());
    }

    private static Optional<List<BulkStep>> of(MetadataEdit edit, ActualMetadata soFar) {
        Optional<ActualSource> known = soFar.source(edit.source());
        return edit.newSource()
                .map(added ->
                        known.isPresent() ? Optional.<List<BulkStep>>empty() : Optional.of(List.of(addSource(added))))
                .orElseGet(() -> known.flatMap(source -> of(edit, source)));
    }

    private static BulkStep addSource(MetadataEdit.AddSource added) {
        ObjectNode args = JSON.objectNode().put("name", added.source());
        args.set(CONFIGURATION, added.configuration());
        return new BulkStep(prefixed(added.kind(), "add_source"), args, StepOrder.ADD_SOURCE, Set.of(added.source()));
    }

    private static Optional<List<BulkStep>> of(MetadataEdit edit, ActualSource source) {
        return edit.match(
                added -> Optional.empty(),
                configured -> Optional.empty(),
                removed -> Optional.of(List.of(step(
                        source,
                        "drop_source",
                        JSON.objectNode().put("name", removed.source()).put("cascade", false),
                        StepOrder.REMOVE))),
                put -> source.table(put.table())
                        .map(existing -> change(source, existing, put))
                        .orElseGet(() -> Optional.of(create(source, put))),
                removed -> Optional.of(List.of(step(
                        source,
                        "untrack_table",
                        table(source, removed.table()).put("cascade", false),
                        StepOrder.REMOVE))));
    }

    private static List<BulkStep> create(ActualSource source, MetadataEdit.PutTable put) {
        List<BulkStep> steps = new ArrayList<>();
        ObjectNode args = table(source, put.table());
        args.set(CONFIGURATION, put.entry().path(CONFIGURATION));
        steps.add(new BulkStep(prefixed(source.kind(), "track_table"), args, StepOrder.TRACK, Set.of(source.name())));
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
            steps.add(step(source, "set_table_customization", args, StepOrder.RENAME));
        }
        var before = byRole(old);
        var after = byRole(put.entry());
        before.forEach((role, permission) -> {
            if (!permission.equals(after.get(role))) {
                steps.add(step(
                        source,
                        "drop_select_permission",
                        table(source, put.table()).put("role", role),
                        StepOrder.REVOKE));
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
        return step(source, "create_select_permission", args, StepOrder.GRANT);
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

    private static BulkStep step(ActualSource source, String command, ObjectNode args, StepOrder order) {
        return new BulkStep(prefixed(source.kind(), command), args, order, Set.of());
    }

    /** Only PostgreSQL's commands do not begin with the kind as the metadata spells it. */
    private static String prefixed(String kind, String command) {
        return (kind.equals("postgres") ? "pg" : kind) + "_" + command;
    }
}
