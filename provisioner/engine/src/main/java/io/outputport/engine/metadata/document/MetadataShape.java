package io.outputport.engine.metadata.document;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.engine.refusal.Refused;
import io.outputport.engine.source.SourceKind;
import io.outputport.engine.source.SourceKinds;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Checks that a whole metadata document can be read, as Hasura does before it looks at what it says. */
public record MetadataShape(SourceKinds kinds) {
    public static final int CURRENT = 3;
    private static final String POSTGRES = "postgres";

    /** @throws Refused with code parse-failed and a sentence that names the place */
    public void check(JsonNode metadata) {
        if (!metadata.isObject()) {
            throw Refused.parse("parsing Metadata failed, expected an Object");
        }
        if (metadata.has("resource_version")) {
            throw Refused.parse("unexpected key 'resource_version' in metadata: it stands beside args, not inside");
        }
        int version = metadata.path("version").asInt(OldDocument.FIRST);
        if (version < OldDocument.FIRST || version > CURRENT) {
            throw Refused.parse("expected 1, 2 or 3, encountered " + version);
        }
        if (version < CURRENT) {
            kinds.named(POSTGRES).ifPresent(kind -> checkTables(metadata, kind));
        } else {
            checkSources(metadata);
        }
    }

    private void checkSources(JsonNode metadata) {
        List<String> names = new ArrayList<>();
        SourceKinds all = kinds.including(metadata);
        for (JsonNode source : array(metadata, "sources")) {
            names.add(text(source, "name"));
            require(source, "configuration");
            all.named(source.path("kind").asText(POSTGRES)).ifPresent(kind -> checkTables(source, kind));
        }
        refuseDuplicates("sources", names);
    }

    private static void checkTables(JsonNode source, SourceKind kind) {
        List<String> names = new ArrayList<>();
        for (JsonNode table : array(source, "tables")) {
            refuseUnknownKeys(table);
            require(table, "table");
            names.add(kind.text(kind.tableName(table.path("table"))));
            List<String> roles = new ArrayList<>();
            for (JsonNode permission : table.path("select_permissions")) {
                roles.add(text(permission, "role"));
                NameShape.checkRole(text(permission, "role"));
                NameShape.checkPermission(require(permission, "permission"));
            }
            refuseDuplicates("select permissions", roles);
            NameShape.checkConfiguration(table.path("configuration"));
        }
        refuseDuplicates("tables", names);
    }

    /** Only here: those that a configuration or a permission does not have are dropped, as are those of an operation. */
    private static void refuseUnknownKeys(JsonNode table) {
        Set<String> unknown = new TreeSet<>();
        table.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(ExportedForm.TABLE_KEYS);
        unknown.removeAll(ExportedForm.OBJECT_LISTS);
        if (!unknown.isEmpty()) {
            String names = unknown.stream().map(key -> '"' + key + '"').collect(Collectors.joining(","));
            throw Refused.parse("unexpected keys when parsing TableMetadata: [" + names + "]");
        }
    }

    private static void refuseDuplicates(String what, List<String> names) {
        Set<String> seen = new HashSet<>();
        String twice = names.stream().filter(name -> !seen.add(name)).distinct().collect(Collectors.joining(", "));
        if (!twice.isEmpty()) {
            throw Refused.parse("multiple declarations exist for the following " + what + ": " + twice);
        }
    }

    private static JsonNode array(JsonNode parent, String key) {
        JsonNode value = require(parent, key);
        if (!value.isArray()) {
            throw Refused.parse("parsing [] failed, expected Array for the key '" + key + "'");
        }
        return value;
    }

    private static String text(JsonNode parent, String key) {
        JsonNode value = require(parent, key);
        if (!value.isTextual()) {
            throw Refused.parse("parsing Text failed, expected String for the key '" + key + "'");
        }
        return value.asText();
    }

    private static JsonNode require(JsonNode parent, String key) {
        JsonNode value = parent.path(key);
        if (value.isMissingNode() || value.isNull()) {
            throw Refused.parse("the key '" + key + "' was not present");
        }
        return value;
    }
}
