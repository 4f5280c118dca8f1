package io.outputport.engine.metadata.document;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.engine.refusal.Refused;
import io.outputport.engine.schema.GraphqlName;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The names in the configuration of a table and in a permission, as far as Hasura reads them before it looks at what they
 * name. A wrong one spoils the whole request.
 */
public final class NameShape {
    private static final Set<String> QUERY_ROOTS = Set.of("select", "select_by_pk", "select_aggregate");
    private static final Set<String> SUBSCRIPTION_ROOTS =
            Set.of("select", "select_by_pk", "select_aggregate", "select_stream");

    private NameShape() {}

    /** @throws Refused with code parse-failed for the first name that GraphQL forbids, or two equal root fields */
    public static void checkConfiguration(JsonNode configuration) {
        requireLegal(configuration.path("custom_name"));
        configuration.path("column_config").forEach(column -> requireLegal(column.path("custom_name")));
        configuration.path("custom_column_names").forEach(NameShape::requireLegal);
        JsonNode roots = configuration.path("custom_root_fields");
        roots.forEach(root -> requireLegal(root.path("name")));
        refuseEqualRoots(roots);
    }

    /** @throws Refused when it is no name at all */
    public static void checkRole(String role) {
        if (role.isEmpty()) {
            throw Refused.parse("the name of a role must not be empty");
        }
    }

    /** @throws Refused when columns or filter are missing, or a root field is none */
    public static void checkPermission(JsonNode permission) {
        JsonNode columns = new Args(permission).required("columns");
        if (!columns.isArray() && !columns.asText().equals("*")) {
            throw Refused.parse("expected a list of columns or \"*\" for the key 'columns'");
        }
        new Args(permission).required("filter");
        checkRoots(permission.path("query_root_fields"), QUERY_ROOTS);
        checkRoots(permission.path("subscription_root_fields"), SUBSCRIPTION_ROOTS);
    }

    private static void checkRoots(JsonNode named, Set<String> known) {
        for (JsonNode root : named) {
            if (!known.contains(root.asText())) {
                throw Refused.parse("unexpected value '" + root.asText() + "' of a root field");
            }
        }
    }

    private static void requireLegal(JsonNode name) {
        if (name.isTextual() && !GraphqlName.isLegal(name.asText())) {
            throw Refused.parse(name.asText() + " is not a valid GraphQL name");
        }
    }

    private static void refuseEqualRoots(JsonNode rootFields) {
        Set<String> seen = new HashSet<>();
        Set<String> twice = new HashSet<>();
        rootFields.forEach(field -> {
            JsonNode name = field.isObject() ? field.path("name") : field;
            if (name.isTextual() && !seen.add(name.asText())) {
                twice.add("'" + name.asText() + "'");
            }
        });
        if (!twice.isEmpty()) {
            throw Refused.parse("the following custom root field names are duplicated: "
                    + twice.stream().sorted().collect(Collectors.joining(", ")));
        }
    }
}
