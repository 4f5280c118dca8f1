package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.sandbox.RunningSandbox;
import io.outputport.sandbox.testing.Http;
import io.outputport.sandbox.testing.Leaks;
import io.outputport.sandbox.testing.Reply;
import io.outputport.sandbox.testing.Sample;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A port of technology Delta Sharing, on the real sharing server: exactly the people of updateacl can read it. */
class DeltaSharingStoryTest {
    private static final String SHARE = "finance_orders_1_ordersdelta";
    private static final String TABLE = "/delta-sharing/shares/" + SHARE + "/schemas/sales/tables/orders";
    private static final Pattern ROWS = Pattern.compile("numRecords\\\\\":(\\d+)");
    private static final Sample ORDERS = Sample.of("orders-delta.yaml");

    private static final RunningSandbox SANDBOX = new RunningSandbox();

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws Exception {
        Map<String, String> environment = new HashMap<>();
        for (String part : new String[] {"PROVISIONER", "HASURA", "ROLE_MAPPER", "POSTGRES", "SHARING"}) {
            environment.put("SANDBOX_" + part + "_PORT", "0");
        }
        environment.put("SANDBOX_PARTS", "provisioner,hasura,role-mapper,postgres,sharing");
        SANDBOX.start(environment);
        Leaks.OF_THIS_RUN.plant(variables());
    }

    @AfterAll
    static void stop() {
        SANDBOX.close();
    }

    @Test
    void a_port_goes_from_validation_to_its_end() {
        Platform platform = new Platform(url("provisioner"));
        assertThat(platform.validate(ORDERS).path("valid").asBoolean()).isTrue();
        assertThat(platform.plan(ORDERS).at("/changes/steps/0/description").asText())
                .isEqualTo("Share " + SHARE + " holds sales.orders");

        JsonNode deployed = platform.provision(ORDERS);
        assertThat(deployed.at("/info/publicInfo/tables/value").asText()).isEqualTo("sales.orders");
        assertThat(consumer("alice").post(TABLE + "/query", "{}").status()).isEqualTo(404);

        platform.updateAcl(ORDERS, "user:alice", "group:analysts");
        assertThat(rows(consumer("alice"))).isEqualTo(300);
        assertThat(rows(consumer("carol+analysts"))).isEqualTo(300);
        assertThat(consumer("bob").post(TABLE + "/query", "{}").status()).isEqualTo(404);

        platform.updateAcl(ORDERS);
        assertThat(consumer("alice").post(TABLE + "/query", "{}").status()).isEqualTo(404);

        platform.unprovision(ORDERS);
        assertThat(Http.to(url("sharing")).get("/admin/v1/shares/" + SHARE).status())
                .isEqualTo(404);
        assertThat(inspected("finance/orders").path("readable").asBoolean()).isTrue();
    }

    @Test
    void one_data_product_has_ports_of_both_kinds() {
        Platform platform = new Platform(url("provisioner"));
        Sample graphql = ORDERS.with(
                "componentIdToProvision: urn:dmb:cmp:finance:orders:1:orders-delta",
                "componentIdToProvision: urn:dmb:cmp:finance:orders:1:orders-api");

        platform.provision(graphql);
        platform.provision(ORDERS);
        platform.updateAcl(graphql, "user:alice");
        platform.updateAcl(ORDERS, "user:alice");

        assertThat(new Consumer(url("hasura"), "alice")
                        .read("query { finance_orders_1_ordersapi_orders_select(limit: 1) { invoice_id } }"))
                .hasSize(1);
        assertThat(rows(consumer("alice"))).isEqualTo(300);
        platform.unprovision(graphql);
        platform.unprovision(ORDERS);
    }

    @Test
    void a_service_with_one_of_the_two_says_which_it_serves() {
        Map<String, String> variables = new HashMap<>(variables());
        variables.keySet().removeIf(name -> name.startsWith("HASURA_") || name.startsWith("ROLE_MAPPER_"));
        try (OwnService service = OwnService.start(variables, folder)) {
            Sample graphql = Sample.of("vaccinations-postgres.yaml");

            assertThat(service.platform().validate(graphql).toString())
                    .contains(
                            "this provisioner serves components of kind outputport whose technology is Delta Sharing.");
            assertThat(service.platform().validate(ORDERS).path("valid").asBoolean())
                    .isTrue();
        }
    }

    private static JsonNode inspected(String path) {
        return Http.to(url("sharing"))
                .get("/admin/v1/storages/samples/inspect?path=" + path)
                .json();
    }

    private static Http consumer(String name) {
        return Http.to(url("sharing"), Map.of("Authorization", "Bearer " + name));
    }

    private static long rows(Http consumer) {
        Reply lines = consumer.post(TABLE + "/query", "{}");
        assertThat(lines.status()).as(lines.body()).isEqualTo(200);
        return ROWS.matcher(lines.body())
                .results()
                .mapToLong(count -> Long.parseLong(count.group(1)))
                .sum();
    }

    private static Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>();
        SANDBOX.ready()
                .path("env")
                .properties()
                .forEach(variable ->
                        variables.put(variable.getKey(), variable.getValue().asText()));
        return variables;
    }

    private static URI url(String part) {
        return URI.create(SANDBOX.ready().path(part).asText());
    }
}
