package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.sandbox.story.Engine.Stats;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Several replicas over one database write as one. */
@ExtendWith(World.Provided.class)
class ReplicaStoryTest {
    private final World world;
    private final Engine engine;

    ReplicaStoryTest(World world) {
        this.world = world;
        this.engine = world.engine();
    }

    @AfterEach
    void clearFaults() {
        engine.clearFaults();
    }

    @Test
    void what_is_sent_to_two_replicas_while_one_of_them_writes_is_the_next_write() throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            String url = postgres.getJdbcUrl("postgres", "postgres");
            try (OwnService one = OwnService.start(world.variables(), url);
                    OwnService other = OwnService.start(world.variables(), url)) {
                engine.holdNext(Engine.WRITE);
                String first = one.platform()
                        .startProvision(Product.vaccinations("Replica").sample());
                engine.awaitFaultMet();
                Stats start = engine.stats();
                List<String> tokens = new ArrayList<>();
                for (int number = 0; number < 6; number++) {
                    Platform platform = number % 2 == 0 ? one.platform() : other.platform();
                    String token = platform.startProvision(
                            Product.vaccinations("Replica" + number).sample());
                    platform.runningWith(token, "Waits for the next write");
                    tokens.add(token);
                }

                engine.letGo();
                one.platform().completed(first);
                tokens.forEach(other.platform()::completed);

                assertThat(engine.stats().since(start).metadataWrites()).isEqualTo(2);
            }
        }
    }

    @Test
    void a_holder_that_is_killed_in_the_middle_of_its_write_is_replaced_in_time() throws IOException {
        Map<String, String> variables = world.variables();
        variables.put("TAKEOVER_AFTER", "6s");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            String url = postgres.getJdbcUrl("postgres", "postgres");
            try (ServiceProcess dying = ServiceProcess.start(variables, url);
                    OwnService other = OwnService.start(variables, url)) {
                engine.holdNext(Engine.WRITE);
                Product product = Product.vaccinations("Holder");
                String first = dying.platform().startProvision(product.sample());
                engine.awaitFaultMet();
                String second = other.platform()
                        .startProvision(Product.vaccinations("Heir").sample());
                other.platform().runningWith(second, "Waits for the next write");

                dying.kill();
                engine.letGo();
                other.platform().completed(second);
                other.platform().completed(first);
                assertThat(engine.offers(product.customName())).isTrue();
            }
        }
    }
}
