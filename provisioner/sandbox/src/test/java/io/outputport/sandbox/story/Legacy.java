package io.outputport.sandbox.story;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** Hasura's metadata as the Python service wrote it: the login in the URL, tables by their bare names, all columns. */
final class Legacy {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Legacy() {}

    /** A {@code replace_metadata} with the one port in it, in schema LEGACY_0. */
    static String metadata(Product product, String role, Site site) {
        ObjectNode metadata = JSON.objectNode().put("version", 3);
        ObjectNode source = metadata.putArray("sources").addObject();
        source.put("name", "healthcare_vaccinations_0").put("kind", "snowflake");
        source.putObject("configuration").put("fully_qualify_all_names", false).put("jdbc_url", url(site));
        source.putArray("tables").add(table(product, role));
        ObjectNode request = JSON.objectNode().put("type", "replace_metadata");
        request.set("args", metadata);
        return request.toString();
    }

    private static ObjectNode table(Product product, String role) {
        ObjectNode table = JSON.objectNode();
        table.putArray("table").add("VACCINATIONS_CLEAN_VIEW");
        ObjectNode configuration = table.putObject("configuration").put("custom_name", product.customName());
        ObjectNode fields = configuration.putObject("custom_root_fields");
        fields.put("select", product.select())
                .put("select_by_pk", product.customName() + "_by_pk")
                .put("select_aggregate", product.customName() + "_agg");
        ObjectNode permission = table.putArray("select_permissions").addObject().put("role", role);
        permission
                .putObject("permission")
                .put("columns", "*")
                .put("allow_aggregations", false)
                .putObject("filter");
        return table;
    }

    private static String url(Site site) {
        Map<String, String> login = site.variables();
        String address = site.snowflake().host().getAuthority();
        return "jdbc:snowflake://" + address + "/?"
                + String.join(
                        "&",
                        List.of(
                                "user=" + login.get("SNOWFLAKE_USER"),
                                // It quoted the password and left its slashes.
                                "password=" + site.snowflake().encodedPassword().replace("%2F", "/"),
                                "role=" + login.get("SNOWFLAKE_ROLE"),
                                "warehouse=" + login.get("SNOWFLAKE_WAREHOUSE"),
                                "db=HEALTHCARE",
                                "schema=LEGACY_0"));
    }
}
