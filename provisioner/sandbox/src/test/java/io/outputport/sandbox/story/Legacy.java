package io.outputport.sandbox.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.sandbox.predecessor.OldPort;
import io.outputport.sandbox.predecessor.OldPort.Roots;
import java.util.List;
import java.util.Map;

/** Ports as the Python service made them: one source for the product, the login in its URL, tables by their bare names. */
final class Legacy {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Legacy() {}

    /** On Snowflake, in schema LEGACY_0 of database HEALTHCARE. */
    static OldPort onSnowflake(Product product, Site site) {
        ObjectNode configuration =
                JSON.objectNode().put("fully_qualify_all_names", false).put("jdbc_url", url(site));
        JsonNode table = JSON.arrayNode().add("VACCINATIONS_CLEAN_VIEW");
        return port(product, "snowflake", source(product), configuration, table);
    }

    /** On PostgreSQL, over the sample's view. */
    static OldPort onPostgres(Product product, String source, ObjectNode databaseUrl) {
        JsonNode view = JSON.objectNode().put("schema", "healthcare").put("name", "vaccinations_clean_view");
        return onPostgres(product, source, databaseUrl, view);
    }

    /** On PostgreSQL, over a table of the story's own. */
    static OldPort onPostgres(Product product, String source, ObjectNode databaseUrl, JsonNode table) {
        ObjectNode configuration = JSON.objectNode();
        configuration.set("connection_info", databaseUrl);
        return port(product, "pg", source, configuration, table);
    }

    /** Of the data product: what its ports' names start with. */
    private static String source(Product product) {
        return product.prefix().replaceFirst("_[^_]+_$", "");
    }

    private static OldPort port(Product product, String kind, String source, JsonNode configuration, JsonNode table) {
        return new OldPort(
                product.componentId(),
                kind,
                source,
                configuration,
                table,
                product.customName(),
                new Roots(
                        product.select(),
                        product.customName() + "_by_pk",
                        product.customName() + "_agg",
                        product.customName() + "_stream"),
                product.prefix() + "role");
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
