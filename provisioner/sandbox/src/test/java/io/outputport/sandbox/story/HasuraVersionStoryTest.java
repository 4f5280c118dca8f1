package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.sandbox.predecessor.OldPort;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One port through all of its life, twenty in a wave, and one of the predecessor, on the Hasura that the Python service
 * was tested with and on a new one.
 */
class HasuraVersionStoryTest {
    private static final String CONTRACT =
            "[{name: id, dataType: INT}, {name: days, dataType: ARRAY, arrayDataType: INT},"
                    + " {name: words, dataType: ARRAY, arrayDataType: TEXT}]";

    private static final int WAVE = 20;
    private static final int LOST = 7;

    @TempDir
    private Path tasks;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"v2.26.0|_int4!|'{1,2}'", "v2.48.0|[Int!]!|[1, 2]"})
    void ports_are_made_changed_repaired_taken_over_and_removed(String version, String type, String days) {
        Product product = Product.over("Lists", "lists", "readings", CONTRACT);
        try (World world = World.withHasura(version);
                Watching service = Watching.start(world.variables(), "repair", tasks)) {
            world.database("sandbox")
                    .run(
                            "create schema lists",
                            "create table lists.readings (id int primary key, days int[] not null, words text[])",
                            "insert into lists.readings values (1, '{1,2}', '{a,\"b,c\"}'), (2, '{3}', null)");
            provisions(product, service.platform(), world);

            reads(product, world.consumer("alice"), type.startsWith("[") ? days : '"' + days + '"');
            assertThat(SchemaShape.ofRole(world.engine(), product.prefix() + "role", false))
                    .hasEntrySatisfying(
                            product.customName(), fields -> assertThat(fields).containsEntry("days", "(): " + type));
            narrows(product, service.platform(), world);
            repairs(product, service, world);
            service.platform().unprovision(product.sample());
            assertThat(world.engine().offers(product.customName())).isFalse();
            world.consumer("alice").isRefused(product.anyRow());
            comeInAWave(service.platform(), world);
            isTakenOver(service.platform(), world, type);
        }
    }

    /** All but the one whose table is gone when its turn comes. */
    private static void comeInAWave(Platform platform, World world) {
        world.database("sandbox").run("create table lists.passing (id int primary key)");
        List<Product> ports = IntStream.range(0, WAVE)
                .mapToObj(number -> number == LOST
                        ? Product.over("Wave" + number, "lists", "passing", "[{name: id, dataType: INT}]")
                        : Product.over("Wave" + number, "lists", "readings", CONTRACT))
                .toList();
        world.engine().holdNext(Engine.WRITE);
        String first = platform.startProvision(Product.vaccinations("Ahead").sample());
        world.engine().awaitFaultMet();
        List<String> tokens = ports.stream()
                .map(port -> platform.startProvision(port.sample()))
                .toList();
        tokens.forEach(token -> platform.runningWith(token, "Waits for the next write"));
        world.database("sandbox").run("drop table lists.passing");
        int writes = world.engine().stats().metadataWrites();
        world.engine().letGo();

        platform.completed(first);
        for (int number = 0; number < WAVE; number++) {
            boolean lost = number == LOST;
            assertThat(platform.ended(tokens.get(number)).path("status").asText())
                    .isEqualTo(lost ? "FAILED" : "COMPLETED");
            assertThat(world.engine().offers(ports.get(number).customName())).isNotEqualTo(lost);
        }
        assertThat(world.engine().stats().metadataWrites() - writes)
                .as("the first, the wave, and what puts the lost one back")
                .isLessThanOrEqualTo(3);
        remove(ports, platform);
    }

    private static void remove(List<Product> ports, Platform platform) {
        ports.stream()
                .map(port -> platform.startUnprovision(port.sample()))
                .toList()
                .forEach(platform::completed);
    }

    private static void isTakenOver(Platform platform, World world, String type) {
        Product product = Product.over("Older", "lists", "readings", CONTRACT);
        ObjectNode connection = JsonNodeFactory.instance.objectNode();
        connection.putObject("database_url").put("from_env", "SANDBOX_DATABASE_URL");
        ObjectNode table =
                JsonNodeFactory.instance.objectNode().put("schema", "lists").put("name", "readings");
        OldPort old = Legacy.onPostgres(product, "healthcare_older_0", connection, table);
        world.predecessor().provision(old);
        world.predecessor().updateAcl(old, List.of("user:alice"));

        Reading reading = Reading.start(world.consumer("alice"), product.oneRow("id days"));
        try (reading) {
            platform.provision(product.sample());
        }

        assertThat(reading.refusals()).isEmpty();
        assertThat(world.engine().sourceOf(product.customName()).path("name").asText())
                .isEqualTo("healthcare_older_0");
        assertThat(SchemaShape.ofRole(world.engine(), product.prefix() + "role", false)
                        .get(product.customName()))
                .containsEntry("days", "(): " + type);
        platform.unprovision(product.sample());
        assertThat(world.engine().offers(product.customName())).isFalse();
    }

    /** What the plan has shown is what Hasura then serves. */
    private static void provisions(Product product, Platform platform, World world) {
        JsonNode plan = platform.plan(product.sample());
        platform.provision(product.sample());
        platform.updateAcl(product.sample(), "user:alice");

        assertThat(SchemaShape.ofText(plan.at("/schema/sdl").asText(), false))
                .isEqualTo(SchemaShape.ofRole(world.engine(), product.prefix() + "role", false));
    }

    private static void reads(Product product, Consumer alice, String days) {
        JsonNode rows =
                alice.read("{ %s(where: {days: {_eq: %s}}) { id days words } }".formatted(product.select(), days));

        assertThat(rows.toString()).isEqualTo("[{\"id\":1,\"days\":[1,2],\"words\":[\"a\",\"b,c\"]}]");
    }

    private static void narrows(Product product, Platform platform, World world) {
        Product narrower = product.with(", {name: words, dataType: ARRAY, arrayDataType: TEXT}]", "]");

        platform.provision(narrower.sample());

        assertThat(world.consumer("alice").ask(product.oneRow("words")).has("errors"))
                .isTrue();
        assertThat(world.consumer("alice").read(product.oneRow("days"))).hasSize(1);
    }

    private static void repairs(Product product, Watching service, World world) {
        String source =
                world.engine().sourceOf(product.customName()).path("name").asText();
        world.engine().operation("""
                        {"type":"pg_drop_select_permission","args":{"source":"%s","role":"%srole",
                          "table":{"schema":"lists","name":"readings"}}}""".formatted(source, product.prefix()));

        service.awaitRepairs(product, 1);

        assertThat(world.consumer("alice").read(product.oneRow("days"))).hasSize(1);
    }
}
