package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.sandbox.predecessor.OldPort;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Somebody changes the table of a port into what Hasura cannot serve. Whatever the service does just then, it says what
 * is wrong, no neighbour notices, and what can be served is served again.
 */
@ExtendWith(World.Provided.class)
class SpoiledTableStoryTest {
    private static final int WAVE = 20;
    private static final String CONTRACT = "[{name: id, dataType: INT}, {name: name, dataType: TEXT}]";

    private final World world;
    private final Engine engine;
    private final Platform platform;

    @TempDir
    private Path tasks;

    SpoiledTableStoryTest(World world) {
        this.world = world;
        this.engine = world.engine();
        this.platform = world.platform();
    }

    @AfterEach
    void leave() {
        engine.clearFaults();
        for (Spoil spoil : Spoil.values()) {
            run("drop schema if exists " + spoil.schema() + " cascade");
        }
    }

    @ParameterizedTest
    @EnumSource
    void in_a_wave_of_twenty_it_holds_up_no_other_and_fails_only_where_nothing_makes_up_for_it(Spoil spoil) {
        make(spoil, WAVE);
        List<Product> ports =
                IntStream.range(0, WAVE).mapToObj(number -> port(spoil, number)).toList();
        engine.holdNext(Engine.WRITE);
        List<String> tokens =
                new ArrayList<>(List.of(platform.startProvision(ports.get(0).sample())));
        engine.awaitFaultMet();
        ports.subList(1, WAVE).forEach(port -> tokens.add(platform.startProvision(port.sample())));
        tokens.subList(1, WAVE).forEach(token -> platform.runningWith(token, "Waits for the next write"));
        spoil(spoil, 7);
        engine.letGo();

        for (int number = 0; number < WAVE; number++) {
            if (number != 7) {
                platform.completed(tokens.get(number));
                assertThat(engine.offers(ports.get(number).customName())).isTrue();
            }
        }
        if (spoil.lasting()) {
            assertThat(platform.failed(tokens.get(7)).path("result").asText()).contains(spoil.culprit());
        } else {
            platform.completed(tokens.get(7));
        }
        assertThat(engine.offers(ports.get(7).customName())).isNotEqualTo(spoil.lasting());
        provisionedAgain(spoil, ports.get(7));
        remove(ports);
    }

    @ParameterizedTest
    @EnumSource
    void a_live_port_is_provisioned_where_that_can_be_and_keeps_its_readers_where_not(Spoil spoil) {
        List<Product> ports = living(spoil, platform);
        spoil(spoil, 0);

        provisionedAgain(spoil, ports.get(0));

        assertThat(read(ports.get(0))).hasSize(1);
        assertThat(read(ports.get(1))).hasSize(1);
        remove(ports);
    }

    @ParameterizedTest
    @EnumSource
    void a_port_of_the_predecessor_is_taken_over_or_left_as_it_was(Spoil spoil) {
        make(spoil, 1);
        // The predecessor gave columns no other names, so it could not serve this one.
        run("alter table " + spoil.schema() + ".t0 rename column \"2nd\" to second");
        Product product = port(spoil, 0);
        OldPort old = old(spoil, product);
        world.predecessor().provision(old);
        world.predecessor().updateAcl(old, List.of("user:alice"));
        if (spoil == Spoil.GONE) {
            engine.operation("""
                    {"type":"pg_set_table_customization","args":{"source":"%s","table":%s,"configuration":{
                      "custom_name":"%s","custom_root_fields":{"select":"%s"},
                      "column_config":{"second":{"custom_name":"other"}}}}}""".formatted(old.source(), old.table(), product.customName(), product.select()));
            run("alter table " + spoil.schema() + ".t0 drop column second");
        } else {
            spoil(spoil, 0);
        }
        JsonNode before = engine.tableOf(product.customName());

        provisionedAgain(spoil, product);

        if (spoil.lasting()) {
            assertThat(engine.tableOf(product.customName())).isEqualTo(before);
        }
        assertThat(read(product)).hasSize(1);
        platform.unprovision(product.sample());
    }

    @ParameterizedTest
    @EnumSource
    void the_drift_check_tells_what_is_not_served_and_a_repair_serves_it_again(Spoil spoil) {
        List<Product> ports;
        try (Watching service = Watching.start(world.variables(), "report", tasks)) {
            ports = living(spoil, service.platform());
            spoil(spoil, 0);
            lookAgain(ports.get(0));

            if (spoil.lasting()) {
                // Hasura has refused to look, so it serves as before, and nothing in it is astray.
                service.awaitState(ports.get(0), "IN_SYNC");
            } else {
                assertThat(service.awaitState(ports.get(0), "DRIFTED")
                                .path("differences")
                                .toString())
                        .contains(spoil.culprit());
            }
            service.awaitState(ports.get(1), "IN_SYNC");
        }
        if (!spoil.lasting()) {
            try (Watching service = Watching.start(world.variables(), "repair", tasks)) {
                service.awaitRepairs(ports.get(0), 1);
            }
        }
        assertThat(read(ports.get(0))).hasSize(1);
        assertThat(read(ports.get(1))).hasSize(1);
        try (OwnService service = OwnService.start(world.variables(), tasks)) {
            ports.forEach(port -> service.platform().unprovision(port.sample()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void it_is_removed_like_any_other(Spoil spoil) {
        List<Product> ports = living(spoil, platform);
        spoil(spoil, 0);
        lookAgain(ports.get(0));

        platform.unprovision(ports.get(0).sample());

        assertThat(engine.offers(ports.get(0).customName())).isFalse();
        assertThat(read(ports.get(1))).hasSize(1);
        platform.unprovision(ports.get(1).sample());
    }

    private void provisionedAgain(Spoil spoil, Product product) {
        String token = platform.startProvision(product.sample());
        if (spoil.lasting()) {
            JsonNode status = platform.failed(token);
            assertThat(status.path("result").asText()).contains(spoil.culprit());
            assertThat(Platform.messages(status)).noneMatch(line -> line.contains("Waits for the next write"));
            assertThat(platform.validate(product.sample()).path("notices").toString())
                    .contains(spoil.culprit());
        } else {
            platform.completed(token);
            assertThat(engine.offers(product.customName())).isTrue();
        }
    }

    /** Two ports over tables of one schema, which alice reads. */
    private List<Product> living(Spoil spoil, Platform service) {
        make(spoil, 2);
        List<Product> ports = List.of(port(spoil, 0), port(spoil, 1));
        for (Product port : ports) {
            service.provision(port.sample());
            service.updateAcl(port.sample(), "user:alice");
        }
        return ports;
    }

    /** Hasura notices by itself at its next look at the source. It may refuse to look, and then serves as before. */
    private void lookAgain(Product product) {
        String source = engine.sourceOf(product.customName()).path("name").asText();
        engine.offer("{\"type\":\"reload_metadata\",\"args\":{\"reload_remote_schemas\":false,\"reload_sources\":[\""
                + source + "\"]}}");
    }

    private JsonNode read(Product product) {
        return world.consumer("alice").read(product.oneRow("id name"));
    }

    private void remove(List<Product> ports) {
        ports.stream()
                .map(port -> platform.startUnprovision(port.sample()))
                .toList()
                .forEach(platform::completed);
    }

    private OldPort old(Spoil spoil, Product product) {
        ObjectNode connection = JsonNodeFactory.instance.objectNode();
        connection.putObject("database_url").put("from_env", "SANDBOX_DATABASE_URL");
        String name = product.prefix().replace("_hasuraoutputport_", "");
        JsonNode table = JsonNodeFactory.instance
                .objectNode()
                .put("schema", spoil.schema())
                .put("name", "t0");
        return Legacy.onPostgres(product, name, connection, table);
    }

    private static Product port(Spoil spoil, int number) {
        return Product.over("Spoil" + spoil.name() + number, spoil.schema(), "t" + number, CONTRACT);
    }

    private void make(Spoil spoil, int tables) {
        spoil.make(world.database("sandbox"), tables);
    }

    private void spoil(Spoil spoil, int number) {
        spoil.happen(world.database("sandbox"), number);
    }

    private void run(String... statements) {
        world.database("sandbox").run(statements);
    }
}
