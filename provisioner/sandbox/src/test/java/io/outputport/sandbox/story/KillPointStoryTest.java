package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.sandbox.story.Tripwire.Point;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Killed before and after each exchange with Hasura, role mapper or task database, the service leaves what an undisturbed
 * one leaves, and writes no more often. The usual run takes a sample of the points; {@code -Dcrash.stride=1} takes all.
 */
@ExtendWith(World.Provided.class)
class KillPointStoryTest {
    private final World world;
    private final Tripwire wire = new Tripwire();

    @TempDir
    private Path folder;

    KillPointStoryTest(World world) {
        this.world = world;
    }

    @Test
    void at_the_calls_to_other_systems_with_tasks_in_h2() throws IOException {
        try (Relay hasura = relay("HASURA_URL");
                Relay roleMapper = relay("ROLE_MAPPER_URL");
                Mortal service = mortal(relayed(hasura, roleMapper), "jdbc:h2:file:" + folder.resolve("tasks"))) {
            Life undisturbed = life(service, "H2calm", Optional.empty());

            List<Life> killed = killedAtEach(101, service, "H2");

            assertThat(killed)
                    .first()
                    .extracting(Life::deaths)
                    .as("in each operation")
                    .isEqualTo(3);
            assertThat(killed).allSatisfy(life -> assertThat(life.left()).isEqualTo(undisturbed.left()));
        }
    }

    @Test
    void at_the_calls_to_other_systems_with_tasks_in_postgresql() throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                Relay hasura = relay("HASURA_URL");
                Relay roleMapper = relay("ROLE_MAPPER_URL");
                Mortal service = mortal(relayed(hasura, roleMapper), postgres.getJdbcUrl("postgres", "postgres"))) {
            Life undisturbed = life(service, "Pgcalm", Optional.empty());

            List<Life> killed = killedAtEach(101, service, "Pg");

            assertThat(killed)
                    .first()
                    .extracting(Life::deaths)
                    .as("in each operation")
                    .isEqualTo(3);
            assertThat(killed).allSatisfy(life -> assertThat(life.left()).isEqualTo(undisturbed.left()));
        }
    }

    @Test
    void at_the_statements_to_the_task_database() throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                Relay database = Relay.to(postgres.getPort(), wire);
                Mortal service = mortal(
                        world.variables(),
                        postgres.getJdbcUrl("postgres", "postgres")
                                .replace(":" + postgres.getPort() + "/", ":" + database.port() + "/"))) {
            Life undisturbed = life(service, "Sqlcalm", Optional.empty());

            List<Life> killed = killedAtEach(601, service, "Sql");

            assertThat(killed)
                    .first()
                    .extracting(Life::deaths)
                    .as("in each operation")
                    .isEqualTo(3);
            assertThat(killed).allSatisfy(life -> assertThat(life.left()).isEqualTo(undisturbed.left()));
        }
    }

    /** A life for each point, until none of its operations comes to its point any more. */
    private List<Life> killedAtEach(int usualStride, Mortal service, String name) {
        int stride = Integer.getInteger("crash.stride", usualStride);
        List<Life> lives = new ArrayList<>();
        int deaths = 1;
        for (int number = 0; deaths > 0; number += stride) {
            Life life = life(service, name + number, Optional.of(new Point(number / 2, number % 2 == 1)));
            lives.add(life);
            deaths = life.deaths();
            System.out.println(name + ", point " + number + ": " + deaths + " kills");
        }
        return lives;
    }

    /** A product is provisioned, its access given and the port removed; the service dies at the point in each of these. */
    private Life life(Mortal service, String name, Optional<Point> point) {
        Product product = Product.vaccinations(name);
        List<String> left = new ArrayList<>();
        int deaths = 0;
        for (Operation operation : Operation.values()) {
            int before = world.engine().stats().metadataWrites();
            boolean died = service.carryOut(platform -> operation.offer(platform, product), point);
            left.add(left(operation, product, name) + ", metadata writes: "
                    + (world.engine().stats().metadataWrites() - before));
            deaths += died ? 1 : 0;
        }
        return new Life(name, left, deaths);
    }

    /** In Hasura and in the role mapper, the product's name taken out. */
    private String left(Operation operation, Product product, String name) {
        String state = operation + ": " + world.engine().sourceOf(product.customName()) + " "
                + world.roleMapper().of(product.componentId());
        return state.replace(name, "_").replace(name.toLowerCase(Locale.ROOT), "_");
    }

    private Mortal mortal(Map<String, String> variables, String tasks) {
        variables.put("TAKEOVER_AFTER", "2s");
        return new Mortal(variables, tasks, wire);
    }

    private Relay relay(String url) throws IOException {
        return Relay.to(URI.create(world.variables().getOrDefault(url, "")).getPort(), wire);
    }

    private Map<String, String> relayed(Relay hasura, Relay roleMapper) {
        Map<String, String> variables = world.variables();
        variables.put("HASURA_URL", "http://127.0.0.1:" + hasura.port());
        variables.put("ROLE_MAPPER_URL", "http://127.0.0.1:" + roleMapper.port());
        return variables;
    }

    /**
     * What became of one product.
     *
     * @param left after each operation
     */
    private record Life(String name, List<String> left, int deaths) {}

    private enum Operation {
        PROVISION,
        GRANT,
        UNPROVISION;

        /** The token. */
        String offer(Platform platform, Product product) {
            return switch (this) {
                case PROVISION -> platform.startProvision(product.sample());
                case GRANT -> platform.accepted(platform.offerAcl(product.sample(), "user:alice", "group:analysts"));
                case UNPROVISION -> platform.startUnprovision(product.sample());
            };
        }
    }
}
