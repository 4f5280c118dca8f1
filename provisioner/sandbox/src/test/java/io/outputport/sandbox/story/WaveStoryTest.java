package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.sandbox.story.Engine.Stats;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What deployments cost Hasura: schema builds, writes, looks at sources. */
@ExtendWith(World.Provided.class)
class WaveStoryTest {
    private final World world;
    private final Platform platform;
    private final Engine engine;
    private JsonNode before;

    WaveStoryTest(World world) {
        this.world = world;
        this.platform = world.platform();
        this.engine = world.engine();
        this.before = engine.metadata();
    }

    @BeforeEach
    void remember() {
        before = engine.metadata();
    }

    @AfterEach
    void leave() {
        engine.clearFaults();
        engine.restore(before);
    }

    @Test
    void two_hundred_ports_that_come_while_another_is_written_are_one_write_more() {
        engine.holdNext(Engine.WRITE);
        String ahead = platform.startProvision(Product.vaccinations("Alone").sample());
        engine.awaitFaultMet();
        Stats start = engine.stats();
        List<String> tokens = IntStream.range(0, 200)
                .mapToObj(number -> platform.startProvision(
                        Product.vaccinations("Together" + number).sample()))
                .toList();
        tokens.forEach(token -> platform.runningWith(token, "Waits for the next write"));

        engine.letGo();

        platform.completed(ahead);
        tokens.forEach(platform::completed);
        assertThat(engine.stats().since(start).metadataWrites())
                .as("the one that was held, and theirs")
                .isEqualTo(2);
        assertThat(engine.offers(Product.vaccinations("Together199").customName()))
                .isTrue();
    }

    @Test
    void one_port_on_a_source_that_is_there_is_two_builds_and_no_look_at_other_sources() {
        platform.provision(Product.invoices("Cheap").sample());
        Stats start = engine.stats();

        platform.provision(Product.openInvoices("Cheap").sample());

        Stats cost = engine.stats().since(start);
        assertThat(cost.metadataWrites()).isOne();
        assertThat(cost.schemaBuilds()).isLessThanOrEqualTo(2);
        assertThat(cost.introspections()).as("of its own source only").isLessThanOrEqualTo(1);
        assertThat(engine.sourceOf(Product.openInvoices("Cheap").customName()).path("tables"))
                .hasSize(2);
    }

    @Test
    void what_is_as_wanted_is_not_written() {
        Product product = Product.vaccinations("Unchanged");
        platform.provision(product.sample());
        Stats start = engine.stats();

        platform.provision(product.sample());

        assertThat(engine.stats()).isEqualTo(start);
    }

    @Test
    void ports_whose_view_vanishes_before_the_write_cost_one_further_write_and_the_others_are_served() {
        Database database = world.database("sandbox");
        database.run(
                "create view healthcare.vanishing1 as select * from healthcare.vaccinations_clean_view",
                "create view healthcare.vanishing2 as select * from healthcare.vaccinations_clean_view");
        engine.holdNext(Engine.WRITE);
        String first = platform.startProvision(Product.vaccinations("Ahead").sample());
        engine.awaitFaultMet();
        Stats start = engine.stats();
        String good = platform.startProvision(Product.vaccinations("Sound").sample());
        String one = platform.startProvision(over("Vanishing1").sample());
        String two = platform.startProvision(over("Vanishing2").sample());
        List.of(good, one, two).forEach(token -> platform.runningWith(token, "Waits for the next write"));
        database.run("drop view healthcare.vanishing1", "drop view healthcare.vanishing2");
        engine.letGo();

        platform.completed(first);
        platform.completed(good);
        platform.failed(one);
        platform.failed(two);

        assertThat(engine.stats().since(start).metadataWrites())
                .as("the first, the wave, and what puts the culprits back")
                .isEqualTo(3);
        assertThat(engine.offers(over("Vanishing1").customName())).isFalse();
        assertThat(engine.offers(over("Vanishing2").customName())).isFalse();
    }

    @Test
    void the_log_tells_each_step_once_though_the_task_waited_in_between() {
        JsonNode status = platform.provision(Product.vaccinations("Logged").sample());

        assertThat(Platform.messages(status)).doesNotHaveDuplicates().noneMatch(line -> line.contains("Trying again"));
    }

    @Test
    void what_waits_for_its_wave_is_withdrawn_when_it_is_stopped() {
        engine.holdNext(Engine.WRITE);
        platform.startProvision(Product.vaccinations("Infront").sample());
        engine.awaitFaultMet();
        Product product = Product.vaccinations("Withdrawn");
        String token = platform.startProvision(product.sample());
        platform.runningWith(token, "Waits for the next write");

        platform.terminate(token);

        engine.letGo();
        platform.terminated(token);
        platform.provision(Product.vaccinations("Behind").sample());
        assertThat(engine.offers(product.customName())).isFalse();
    }

    private static Product over(String name) {
        return Product.vaccinations(name)
                .with("viewName: vaccinations_clean_view", "viewName: " + name.toLowerCase(java.util.Locale.ROOT));
    }
}
