package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A service that is killed again and again, without warning, leaves exactly what an undisturbed one leaves. Two kills
 * of each kind in the usual run; {@code -Dcrash.kills=500} for a long one, {@code -Dcrash.seed} to repeat one.
 */
@ExtendWith(World.Provided.class)
class CrashStoryTest {
    private static final int KILLS = Integer.getInteger("crash.kills", 2);
    private static final int LONGEST_LIFE_MILLIS = 1500;

    private final World world;

    @TempDir
    private Path tasks;

    CrashStoryTest(World world) {
        this.world = world;
    }

    @AfterEach
    void clearFaults() {
        world.engine().clearFaults();
    }

    @Test
    void killed_at_random_moments_with_tasks_in_h2() throws IOException {
        killAtRandom("H", "jdbc:h2:file:" + tasks.resolve("tasks").toAbsolutePath());
    }

    @Test
    void killed_at_random_moments_with_tasks_in_postgresql() throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            killAtRandom("P", postgres.getJdbcUrl("postgres", "postgres"));
        }
    }

    private void killAtRandom(String name, String url) throws IOException {
        Map<String, String> variables = world.variables();
        variables.put("TAKEOVER_AFTER", "2s");
        // Here the deaths are none of the tasks' own doing.
        variables.put("INTERRUPTION_LIMIT", "1000");
        long seed = Long.getLong("crash.seed", System.nanoTime());
        Random chance = new Random(seed);
        String kept = undisturbed(name + "kept", false);
        String removed = undisturbed(name + "removed", true);
        List<String> tokens = new ArrayList<>();

        for (int kill = 0; kill < KILLS; kill++) {
            try (ServiceProcess service = ServiceProcess.start(variables, url)) {
                tokens.addAll(submit(service.platform(), name + "crashed" + kill, isRemoved(kill)));
                liveFor(Duration.ofMillis(chance.nextInt(LONGEST_LIFE_MILLIS)));
                service.kill();
            }
            System.out.println(name + ", seed " + seed + ": " + (kill + 1) + " kills of " + KILLS);
        }

        try (ServiceProcess service = ServiceProcess.start(variables, url)) {
            tokens.forEach(service.platform()::completed);
        }
        for (int kill = 0; kill < KILLS; kill++) {
            assertThat(left(name + "crashed" + kill))
                    .as("kill %d of seed %d", kill, seed)
                    .isEqualTo(isRemoved(kill) ? removed : kept);
        }
    }

    @Test
    void a_dead_replica_s_work_is_taken_over_by_another_in_time() throws IOException {
        Product product = Product.vaccinations("Takenover");
        Map<String, String> variables = world.variables();
        variables.put("TAKEOVER_AFTER", "6s");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            String url = postgres.getJdbcUrl("postgres", "postgres");
            world.engine().holdNext(Engine.WRITE);
            try (ServiceProcess dying = ServiceProcess.start(variables, url)) {
                String token = dying.platform().startProvision(product.sample());
                world.engine().awaitFaultMet();
                try (ServiceProcess other = ServiceProcess.start(variables, url)) {
                    String access =
                            other.platform().accepted(other.platform().offerAcl(product.sample(), "user:alice"));
                    dying.kill();
                    world.engine().letGo();
                    other.platform().completed(token);
                    other.platform().completed(access);
                }
            }
        }
        assertThat(world.consumer("alice").read(product.oneRow("date"))).hasSize(1);
    }

    private String undisturbed(String name, boolean removed) {
        submit(world.platform(), name, removed).forEach(world.platform()::completed);
        return left(name);
    }

    /** Every third product goes through its whole life. */
    private static boolean isRemoved(int kill) {
        return kill % 3 == 2;
    }

    private static List<String> submit(Platform platform, String name, boolean removed) {
        Product product = Product.vaccinations(name);
        List<String> tokens = new ArrayList<>();
        tokens.add(platform.startProvision(product.sample()));
        tokens.add(platform.accepted(platform.offerAcl(product.sample(), "user:alice", "group:analysts")));
        if (removed) {
            tokens.add(platform.startUnprovision(product.sample()));
        }
        return tokens;
    }

    /** What Hasura and the role mapper hold of the product, its name taken out. */
    private String left(String name) {
        Product product = Product.vaccinations(name);
        String state = world.engine().sourceOf(product.customName()) + " "
                + world.roleMapper().of(product.componentId());
        return state.replace(name, "_").replace(name.toLowerCase(java.util.Locale.ROOT), "_");
    }

    private static void liveFor(Duration life) {
        Instant end = Instant.now().plus(life);
        await().pollInterval(Duration.ofMillis(5)).until(() -> Instant.now().isAfter(end));
    }
}
