package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.sandbox.testing.Sample;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Two hundred ports live at random, many in each wave: they are renamed, move to other tables and schemas, their products
 * are renamed, and they are removed in any order, half of them by a descriptor that only names them. Nothing is left of
 * them. {@code -Dlives.rounds=50} for longer lives, {@code -Dlives.seed} to repeat one.
 */
@ExtendWith(World.Provided.class)
class PortLivesStoryTest {
    private static final int PORTS = 200;
    private static final int PORTS_OF_A_PRODUCT = 10;
    private static final int EVENTS_OF_A_ROUND = 100;
    private static final int SCHEMAS = 2;
    private static final int TABLES = 20;
    private static final int ROUNDS = Integer.getInteger("lives.rounds", 2);
    private static final long SEED = Long.getLong("lives.seed", 1);

    private final World world;
    private final Platform platform;
    private final Random random = new Random(SEED);

    PortLivesStoryTest(World world) {
        this.world = world;
        this.platform = world.platform();
    }

    @BeforeEach
    void make_tables() {
        Database database = world.database("sandbox");
        for (int schema = 0; schema < SCHEMAS; schema++) {
            database.run("drop schema if exists lives" + schema + " cascade", "create schema lives" + schema);
            for (int table = 0; table < TABLES; table++) {
                database.run("create table lives%d.t%d (id int primary key)".formatted(schema, table));
            }
        }
    }

    @AfterEach
    void drop_tables() {
        IntStream.range(0, SCHEMAS)
                .forEach(schema -> world.database("sandbox").run("drop schema lives" + schema + " cascade"));
    }

    @Test
    void nothing_is_left_behind() {
        JsonNode before = world.engine().metadata();
        List<Life> lives =
                new ArrayList<>(IntStream.range(0, PORTS).mapToObj(Life::new).toList());

        for (int round = 0; round < ROUNDS; round++) {
            Collections.shuffle(lives, random);
            together(lives.subList(0, EVENTS_OF_A_ROUND).stream()
                    .map(Life::happen)
                    .toList());
            assertThat(served())
                    .as("seed " + SEED + ", round " + round)
                    .isEqualTo(lives.stream()
                            .filter(life -> life.lives)
                            .map(life -> life.latest.customName())
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
        Collections.shuffle(lives, random);
        together(lives.stream().map(Life::end).toList());

        assertThat(world.engine().metadata()).as("seed " + SEED).isEqualTo(before);
    }

    /** All of them are sent before the first is waited for. */
    private void together(List<Sending> sendings) {
        sendings.stream().map(Sending::send).toList().forEach(platform::completed);
    }

    /** One request, and the token that it is answered with. */
    private interface Sending {
        String send();
    }

    private Set<String> served() {
        return world.engine().metadata().findValuesAsText("custom_name").stream()
                .filter(name -> name.startsWith("healthcare_life"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** One port. */
    private final class Life {
        private final int number;
        private Product latest;
        private boolean lives;

        Life(int number) {
            this.number = number;
            this.latest = port();
        }

        Sending happen() {
            return random.nextInt(4) == 0 ? end() : provision();
        }

        private Sending provision() {
            latest = port();
            lives = true;
            Sample sample = latest.sample();
            return () -> platform.startProvision(sample);
        }

        Sending end() {
            lives = false;
            Sample sample = random.nextBoolean()
                    ? latest.sample()
                    : new Sample("componentIdToProvision: " + latest.componentId() + "\n");
            return () -> platform.startUnprovision(sample);
        }

        /** Under a name and over a table that may be new; the names of products and ports come and go. */
        private Product port() {
            String product = "Life" + number / PORTS_OF_A_PRODUCT;
            String called = "P" + number % PORTS_OF_A_PRODUCT + "N" + random.nextInt(2);
            Product first = Product.over(
                    product,
                    "lives" + random.nextInt(SCHEMAS),
                    "t" + random.nextInt(TABLES),
                    "[{name: id, dataType: INT}]");
            Product port = new Product(
                    first.sample()
                            .with("hasura-output-port", "p" + number)
                            .with("name: Hasura Output Port", "name: " + called)
                            .with("_hasuraoutputport_", "_" + called.toLowerCase(Locale.ROOT) + "_"),
                    first.componentId().replace("hasura-output-port", "p" + number),
                    first.prefix().replace("_hasuraoutputport_", "_" + called.toLowerCase(Locale.ROOT) + "_"),
                    first.table());
            return random.nextInt(3) == 0 ? port.renamed(product, product + "Renamed") : port;
        }
    }
}
