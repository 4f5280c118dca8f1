package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Killed before and after each exchange with Hasura, role mapper or task database, the service leaves what an undisturbed
 * one leaves, and writes no more often. The usual run takes a sample of the points; {@code -Dcrash.stride=1} takes all.
 */
@ExtendWith(World.Provided.class)
class KillPointStoryTest {
    /** More than any operation has. */
    private static final int MOST_POINTS = 1000;

    private final World world;
    private final Tripwire wire = new Tripwire();

    @TempDir
    private Path folder;

    KillPointStoryTest(World world) {
        this.world = world;
    }

    @Test
    void at_the_calls_to_other_systems_with_tasks_in_h2() throws IOException {
        sweep("H2", stride(101), "jdbc:h2:file:" + folder.resolve("tasks"));
    }

    @Test
    void at_the_calls_to_other_systems_with_tasks_in_postgresql() throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            sweep("Pg", stride(101), postgres.getJdbcUrl("postgres", "postgres"));
        }
    }

    @Test
    void at_the_statements_to_the_task_database() throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                Relay database = Relay.to(postgres.getPort(), wire)) {
            String direct = postgres.getJdbcUrl("postgres", "postgres");
            String relayed = direct.replace(":" + postgres.getPort() + "/", ":" + database.port() + "/");
            assertThat(relayed).isNotEqualTo(direct);
            walk("Sql", stride(601), world.variables(), relayed);
        }
    }

    private void sweep(String name, int stride, String tasks) throws IOException {
        Map<String, String> variables = world.variables();
        try (Relay hasura = Relay.to(port(variables, "HASURA_URL"), wire);
                Relay roleMapper = Relay.to(port(variables, "ROLE_MAPPER_URL"), wire)) {
            variables.put("HASURA_URL", "http://127.0.0.1:" + hasura.port());
            variables.put("ROLE_MAPPER_URL", "http://127.0.0.1:" + roleMapper.port());
            walk(name, stride, variables, tasks);
        }
    }

    /** Each product goes through its life and meets one death in each of its operations, while they have that point. */
    private void walk(String name, int stride, Map<String, String> variables, String tasks) {
        variables.put("TAKEOVER_AFTER", "2s");
        try (Mortal service = new Mortal(variables, tasks, wire)) {
            List<Trace> calm = new ArrayList<>();
            for (Deed deed : Deed.values()) {
                calm.add(trace(name + "calm", () -> service.carryOut(deed.offer(product(name + "calm")))));
            }
            List<Deed> left = new ArrayList<>(List.of(Deed.values()));
            int kills = 0;
            for (int point = 0; point < MOST_POINTS && !left.isEmpty(); point += stride) {
                kills += die(name, point, calm, left, service);
                System.out.println(name + ", point " + point + ": " + kills + " kills so far, all as undisturbed");
            }
            assertThat(kills).as("points of " + name).isPositive();
        }
    }

    /** @param left the operations that still have such a point; those that have not are taken out */
    private int die(String name, int number, List<Trace> calm, List<Deed> left, Mortal service) {
        Tripwire.Point point = new Tripwire.Point(number / 2, number % 2 == 1);
        String product = name + number;
        int kills = 0;
        for (Deed deed : Deed.values()) {
            boolean[] died = new boolean[1];
            Trace trace = trace(product, () -> died[0] = service.carryOut(deed.offer(product(product)), point));
            assertThat(trace).as("%s, killed %s in %s", product, point, deed).isEqualTo(calm.get(deed.ordinal()));
            kills += died[0] ? 1 : 0;
            if (!died[0]) {
                left.remove(deed);
            }
        }
        return kills;
    }

    /** What an operation leaves in Hasura and in the role mapper, the name taken out, and how often it wrote metadata. */
    private Trace trace(String name, Runnable operation) {
        int before = world.engine().stats().metadataWrites();
        operation.run();
        Product product = product(name);
        String state = world.engine().sourceOf(product.customName()) + " "
                + world.roleMapper().of(product.componentId());
        return new Trace(
                state.replace(name, "_").replace(name.toLowerCase(java.util.Locale.ROOT), "_"),
                world.engine().stats().metadataWrites() - before);
    }

    private static Product product(String name) {
        return Product.vaccinations(name);
    }

    private static int stride(int usual) {
        return Integer.getInteger("crash.stride", usual);
    }

    private static int port(Map<String, String> variables, String url) {
        return URI.create(variables.getOrDefault(url, "")).getPort();
    }

    private record Trace(String state, int metadataWrites) {}

    private enum Deed {
        PROVISION,
        GRANT,
        UNPROVISION;

        Function<Platform, String> offer(Product product) {
            return platform -> switch (this) {
                case PROVISION -> platform.startProvision(product.sample());
                case GRANT -> platform.accepted(platform.offerAcl(product.sample(), "user:alice", "group:analysts"));
                case UNPROVISION -> platform.startUnprovision(product.sample());
            };
        }
    }
}
