package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.sandbox.predecessor.OldPort;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A neighbour's table gets a constraint whose name GraphQL forbids: Hasura refuses whatever looks at all sources, and
 * names the constraint only.
 */
@ExtendWith(World.Provided.class)
class ForeignFaultStoryTest {
    private static final String CULPRIT = "table quirks.stock of source quirks";

    private final World world;
    private final Engine engine;
    private final Platform platform;

    @TempDir
    private Path tasks;

    ForeignFaultStoryTest(World world) {
        this.world = world;
        this.engine = world.engine();
        this.platform = world.platform();
    }

    @BeforeEach
    void track_a_neighbour() {
        run("drop schema if exists quirks cascade", "create schema quirks", "create table quirks.stock (id int)");
        engine.operation("""
                {"type":"pg_add_source","args":{"name":"quirks","configuration":{
                  "connection_info":{"database_url":{"from_env":"SANDBOX_DATABASE_URL"}}}}}""");
        engine.operation("""
                {"type":"pg_track_table","args":{"source":"quirks","table":{"schema":"quirks","name":"stock"}}}""");
    }

    @AfterEach
    void remove_it() {
        mend();
        engine.operation("{\"type\":\"pg_drop_source\",\"args\":{\"name\":\"quirks\",\"cascade\":true}}");
    }

    @Test
    void a_wave_of_ports_waits_and_each_is_told_whose_table_it_is() {
        spoil();
        Map<String, String> variables = world.variables();
        variables.put("HASURA_WRITE", "replace");
        try (OwnService service = OwnService.start(variables, tasks)) {
            Platform whole = service.platform();
            List<String> tokens = Stream.of("Quirkone", "Quirktwo", "Quirkthree")
                    .map(name -> whole.startProvision(Product.vaccinations(name).sample()))
                    .toList();

            tokens.forEach(token -> whole.runningWith(token, CULPRIT));
            mend();

            tokens.forEach(whole::completed);
        }
    }

    @Test
    void new_ports_are_served_meanwhile_by_single_commands_that_add_their_sources() {
        spoil();

        platform.provision(Product.vaccinations("Quirknew").sample());
        platform.updateAcl(Product.vaccinations("Quirknew").sample(), "user:alice");

        assertThat(world.consumer("alice").read(Product.vaccinations("Quirknew").oneRow("date")))
                .hasSize(1);
    }

    @Test
    void a_live_port_is_changed_by_single_commands_however_many() {
        Product product = Product.vaccinations("Quirkchanged");
        platform.provision(product.sample());
        platform.updateAcl(product.sample(), "user:alice");
        spoil();

        platform.provision(product.with("select: " + product.select(), "select: " + product.prefix() + "rows")
                .contracting("[{name: date, dataType: DATE}]")
                .sample());

        assertThat(world.consumer("alice").read("{ %srows(limit: 2) { date } }".formatted(product.prefix())))
                .hasSize(2);
    }

    @Test
    void a_port_of_the_predecessor_is_adopted_by_single_commands() {
        Product product = Product.vaccinations("Quirkadopted");
        ObjectNode connection = JsonNodeFactory.instance.objectNode();
        connection.putObject("database_url").put("from_env", "SANDBOX_DATABASE_URL");
        OldPort old = Legacy.onPostgres(product, "healthcare_quirkadopted_0", connection);
        world.predecessor().provision(old);
        world.predecessor().updateAcl(old, List.of("user:alice"));
        spoil();

        platform.provision(product.sample());

        assertThat(engine.sourceOf(product.customName()).path("name").asText()).isEqualTo("healthcare_quirkadopted_0");
        assertThat(world.consumer("alice").read(product.oneRow("date"))).hasSize(1);
    }

    @Test
    void a_port_is_removed_by_single_commands() {
        Product product = Product.vaccinations("Quirkremoved");
        platform.provision(product.sample());
        spoil();

        platform.unprovision(product.sample());

        assertThat(engine.offers(product.customName())).isFalse();
    }

    @Test
    void where_single_commands_are_not_wanted_a_removal_waits_with_its_access_closed() {
        Product product = Product.vaccinations("Quirkwaiting");
        Map<String, String> variables = new HashMap<>(world.variables());
        variables.put("HASURA_WRITE", "replace");
        try (OwnService service = OwnService.start(variables, tasks)) {
            service.platform().provision(product.sample());
            service.platform().updateAcl(product.sample(), "user:alice");
            spoil();

            String token = service.platform().startUnprovision(product.sample());
            service.platform().runningWith(token, CULPRIT);
            world.consumer("alice").isRefused(product.oneRow("date"));
            mend();

            service.platform().completed(token);
        }
        assertThat(engine.offers(product.customName())).isFalse();
    }

    private void spoil() {
        run("alter table quirks.stock add constraint \"UK-7\" unique (id)");
    }

    private void mend() {
        run("alter table quirks.stock drop constraint if exists \"UK-7\"");
    }

    private void run(String... statements) {
        world.database("sandbox").run(statements);
    }
}
