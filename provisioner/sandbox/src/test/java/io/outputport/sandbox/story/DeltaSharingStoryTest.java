package io.outputport.sandbox.story;

import static io.outputport.sandbox.story.DeltaWorld.ORDERS;
import static io.outputport.sandbox.story.DeltaWorld.SHARE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.sandbox.testing.Reply;
import io.outputport.sandbox.testing.Sample;
import io.outputport.sharing.table.delta.write.ColumnKind;
import io.outputport.sharing.table.delta.write.FolderTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A port of technology Delta Sharing, on the real sharing server: exactly the people of updateacl can read it. */
class DeltaSharingStoryTest {
    private static final String TWIN = "urn:dmb:cmp:finance:orders:1:orders-twin";

    @TempDir
    private static Path lake;

    @TempDir
    private Path folder;

    private static DeltaWorld world;

    @BeforeAll
    static void start() {
        world = DeltaWorld.with(
                "provisioner,hasura,role-mapper,postgres,sharing", Map.of("SHARING_STORAGE_LAKE", lake.toString()));
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @Test
    void a_port_goes_from_validation_to_its_end() {
        Platform platform = world.platform();
        assertThat(platform.validate(ORDERS).path("valid").asBoolean()).isTrue();
        assertThat(platform.plan(ORDERS).at("/changes/steps/0/description").asText())
                .isEqualTo("Share " + SHARE + " holds sales.orders");

        JsonNode deployed = platform.provision(ORDERS);
        assertThat(deployed.at("/info/publicInfo/tables/value").asText()).isEqualTo("sales.orders");
        assertThat(world.reader("alice").isRefused(SHARE)).isTrue();

        platform.updateAcl(ORDERS, "user:alice", "group:analysts");
        assertThat(world.reader("alice").rows(SHARE)).isEqualTo(300);
        assertThat(world.reader("carol+analysts").rows(SHARE)).isEqualTo(300);
        assertThat(world.reader("bob").isRefused(SHARE)).isTrue();

        platform.updateAcl(ORDERS);
        assertThat(world.reader("alice").isRefused(SHARE)).isTrue();

        platform.unprovision(ORDERS);
        assertThat(world.share(SHARE).status()).isEqualTo(404);
        assertThat(world.operator()
                        .get("/admin/v1/storages/samples/inspect?path=finance/orders")
                        .json()
                        .path("readable")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void the_tour_of_the_readme_lets_alice_in_and_nobody_else() throws Exception {
        ReadmeTour tour = ReadmeTour.of(DeltaSharingStoryTest.class);

        List<String> shown = tour.walk(Map.of(
                "http://127.0.0.1:8091", world.url("provisioner"),
                "http://127.0.0.1:8094", world.url("sharing")));
        world.platform().unprovision(ORDERS);

        assertThat(shown).isEqualTo(tour.promised());
    }

    @Test
    void one_data_product_has_ports_of_both_kinds() {
        Platform platform = world.platform();
        Sample graphql = ORDERS.with(
                "componentIdToProvision: urn:dmb:cmp:finance:orders:1:orders-delta",
                "componentIdToProvision: urn:dmb:cmp:finance:orders:1:orders-api");

        platform.provision(graphql);
        platform.provision(ORDERS);
        platform.updateAcl(graphql, "user:alice");
        platform.updateAcl(ORDERS, "user:alice");

        assertThat(new Consumer(world.url("hasura"), "alice")
                        .read("query { finance_orders_1_ordersapi_orders_select(limit: 1) { invoice_id } }"))
                .hasSize(1);
        assertThat(world.reader("alice").rows(SHARE)).isEqualTo(300);
        platform.unprovision(graphql);
        platform.unprovision(ORDERS);
    }

    @Test
    void a_service_with_one_of_the_two_says_which_it_serves() {
        Map<String, String> variables = world.variables();
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

    @Test
    void of_two_ports_that_ask_for_one_share_at_once_one_gets_it_and_the_other_is_told_whose_it_is() {
        Platform platform = world.platform();
        Sample twin = ORDERS.with("orders-delta", "orders-twin");
        List<JsonNode> ends = new CopyOnWriteArrayList<>();
        AtOnce.run(Stream.of(ORDERS, twin)
                .<Runnable>map(sample -> () -> ends.add(platform.ended(platform.startProvision(sample))))
                .toList());

        assertThat(ends)
                .extracting(end -> end.path("status").asText())
                .containsExactlyInAnyOrder("COMPLETED", "FAILED");
        boolean twinHasIt = world.share(SHARE).body().contains(TWIN);
        Sample winner = twinHasIt ? twin : ORDERS;
        assertThat(ends)
                .filteredOn(end -> end.path("status").asText().equals("FAILED"))
                .singleElement()
                .satisfies(end -> assertThat(end.toString())
                        .contains("The share " + SHARE + " belongs to another output port: "
                                + (twinHasIt ? TWIN : TWIN.replace("twin", "delta"))));

        platform.unprovision(twinHasIt ? ORDERS : twin);
        assertThat(world.share(SHARE).status())
                .as("whose it is not takes nothing away")
                .isEqualTo(200);
        platform.unprovision(winner);
        assertThat(world.share(SHARE).status()).isEqualTo(404);
    }

    @Test
    void a_share_that_was_made_by_hand_stays_as_it_is() {
        String own =
                "{\"comment\":\"for a partner\",\"tables\":[{\"schema\":\"s\",\"name\":\"t\",\"storage\":\"samples\","
                        + "\"path\":\"finance/orders\"}]}";
        world.operator().put("/admin/v1/shares/" + SHARE, own);
        Reply before = world.share(SHARE);

        JsonNode refused = world.platform().failed(world.platform().startProvision(ORDERS));
        world.platform().failed(world.platform().accepted(world.platform().offerAcl(ORDERS, "user:alice")));
        world.platform().unprovision(ORDERS);

        assertThat(refused.toString())
                .contains("There is a share " + SHARE + " that somebody else has made, so it is left alone.");
        assertThat(world.share(SHARE)).isEqualTo(before);
        world.operator().delete("/admin/v1/shares/" + SHARE);
    }

    @Test
    void a_port_whose_table_is_gone_can_still_be_removed() throws IOException {
        Path table = lake.resolve("gone");
        new FolderTable(table, Map.of("order_id", ColumnKind.LONG), List.of()).create(Map.of());
        Sample sample = new Sample(ORDERS.yaml()
                        .replace("storage: samples", "storage: lake")
                        .replace("path: finance/orders", "path: gone"))
                .with(yaml ->
                        yaml.replaceAll("(?m)^ *- \\{name: (customer_id|ordered_at|paid|amount|currency), .*\\n", ""))
                .with(yaml -> yaml.replace(
                        "- {name: invoice_id", "- {name: currency, dataType: TEXT}\n            - {name: invoice_id"));
        world.platform().provision(sample);
        try (Stream<Path> files = Files.walk(table)) {
            for (Path each : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }

        world.platform().unprovision(sample);

        assertThat(world.share(SHARE).status()).isEqualTo(404);
    }

    /** A few always; {@code -Dports=200} is what was promised. */
    @Test
    void ports_that_are_sent_together_end_within_a_minute() {
        Platform platform = world.platform();
        List<Sample> ports = IntStream.range(0, Integer.getInteger("ports", 20))
                .mapToObj(number -> DeltaWorld.orders("scale" + number))
                .toList();

        long began = System.nanoTime();
        List<String> tokens = ports.stream().map(platform::startProvision).toList();
        tokens.forEach(platform::completed);
        Duration took = Duration.ofNanos(System.nanoTime() - began);

        System.out.printf("%d ports: %.1f s%n", ports.size(), took.toMillis() / 1_000.0);
        assertThat(took).isLessThan(Duration.ofMinutes(1));
        assertThat(world.operator().get("/admin/v1/shares").json().findValuesAsText("comment"))
                .filteredOn(comment -> comment.contains(":orders-scale"))
                .hasSameSizeAs(ports);
    }
}
