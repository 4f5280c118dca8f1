package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One port through all of its life, on the Hasura that the Python service was tested with and on a new one. */
class HasuraVersionStoryTest {
    private static final String CONTRACT =
            "[{name: id, dataType: INT}, {name: days, dataType: ARRAY, arrayDataType: INT},"
                    + " {name: words, dataType: ARRAY, arrayDataType: TEXT}]";

    @TempDir
    private Path tasks;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"v2.26.0|_int4!|'{1,2}'", "v2.48.0|[Int!]!|[1, 2]"})
    void a_port_is_made_changed_repaired_and_removed(String version, String type, String days) {
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
        }
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
