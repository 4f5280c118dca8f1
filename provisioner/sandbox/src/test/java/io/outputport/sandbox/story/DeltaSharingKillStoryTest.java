package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.sandbox.testing.Http;
import io.outputport.sandbox.testing.Reply;
import io.outputport.sandbox.testing.Sample;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Killed before and after each exchange with the sharing server, the service leaves there what an undisturbed one leaves. The
 * usual run takes a sample of the points; {@code -Dcrash.stride=1} takes all.
 */
class DeltaSharingKillStoryTest {
    /** More than any operation has. */
    private static final int MOST_POINTS = 200;

    /** After the looks at the table, the shares and the share. */
    private static final Tripwire.Point PUT_OF_THE_SHARE = new Tripwire.Point(4, true);

    private final Tripwire wire = new Tripwire();

    @TempDir
    private Path folder;

    @Test
    void whatever_it_dies_of_the_end_is_the_same() throws Exception {
        try (DeltaWorld world = DeltaWorld.with("postgres,sharing", Map.of());
                Relay relay = Relay.to(world.url("sharing").getPort(), wire);
                Mortal service = new Mortal(variables(world, relay.port()), tasks(), wire)) {
            int kills = sweep(world.operator(), service);

            System.out.printf("killed %d times%n", kills);
            assertThat(kills).isPositive();
        }
    }

    /** The share is put, and nobody has heard so: the other replica finds it and goes on. */
    @Test
    void what_a_replica_was_killed_in_the_middle_of_another_ends_in_the_same_state() throws Exception {
        try (DeltaWorld world = DeltaWorld.with("postgres,sharing", Map.of());
                EmbeddedPostgres postgres = EmbeddedPostgres.start();
                Relay relay = Relay.to(world.url("sharing").getPort(), wire)) {
            String tasks = postgres.getJdbcUrl("postgres", "postgres");
            try (ServiceProcess dying = ServiceProcess.start(variables(world, relay.port()), tasks);
                    OwnService heir = OwnService.start(
                            variables(world, world.url("sharing").getPort()), tasks)) {
                Sample sample = DeltaWorld.orders("heir");
                wire.arm(PUT_OF_THE_SHARE, dying::kill);
                String token = dying.platform().startProvision(sample);
                await().until(wire::hasTripped);
                assertThat(state(world.operator(), "heir")).as("half done").endsWith(" for []");

                heir.platform().completed(token);
                heir.platform().updateAcl(sample, "user:alice");
                heir.platform().provision(DeltaWorld.orders("calm"));
                heir.platform().updateAcl(DeltaWorld.orders("calm"), "user:alice");

                assertThat(state(world.operator(), "heir")).isEqualTo(state(world.operator(), "calm"));
                assertThat(heir.platform().offerStatus(token).body()).contains("\"status\":\"COMPLETED\"");
            }
        }
    }

    private static Map<String, String> variables(DeltaWorld world, int sharing) {
        Map<String, String> variables = world.variables();
        variables.put("SHARING_URL", "http://127.0.0.1:" + sharing);
        variables.put("SHARING_TIMEOUT", "2s");
        variables.put("TAKEOVER_AFTER", "2s");
        return variables;
    }

    private String tasks() {
        return "jdbc:h2:file:" + folder.resolve("tasks");
    }

    /** Each product meets one death in each of its operations, while they have that point. */
    private static int sweep(Http sharing, Mortal service) {
        List<String> calm = new ArrayList<>();
        for (Deed deed : Deed.values()) {
            service.carryOut(deed.offer(DeltaWorld.orders("calm")), Optional.empty());
            calm.add(state(sharing, "calm"));
        }
        int kills = 0;
        boolean reached = true;
        for (int number = 2; number < MOST_POINTS && reached; number += Integer.getInteger("crash.stride", 9)) {
            Tripwire.Point point = new Tripwire.Point(number / 2, number % 2 == 1);
            reached = false;
            for (Deed deed : Deed.values()) {
                boolean died = service.carryOut(deed.offer(DeltaWorld.orders("n" + number)), Optional.of(point));
                assertThat(state(sharing, "n" + number))
                        .as("killed %s in %s", point, deed)
                        .isEqualTo(calm.get(deed.ordinal()));
                reached |= died;
                kills += died ? 1 : 0;
            }
        }
        return kills;
    }

    /** Tables and readers of the product's share, without what is another for each product. */
    private static String state(Http sharing, String name) {
        Reply share = sharing.get("/admin/v1/shares/finance_orders_1_orders" + name);
        if (share.status() == 404) {
            return "none";
        }
        List<String> tables = new ArrayList<>();
        for (JsonNode table : share.json().path("tables")) {
            tables.add(table.path("schema").asText() + "." + table.path("name").asText() + " at "
                    + table.path("path").asText());
        }
        JsonNode grants = sharing.get("/admin/v1/shares/finance_orders_1_orders" + name + "/grants")
                .json();
        return tables + " for " + grants.path("recipients");
    }

    private enum Deed {
        PROVISION,
        GRANT,
        UNPROVISION;

        Function<Platform, String> offer(Sample sample) {
            return platform -> switch (this) {
                case PROVISION -> platform.startProvision(sample);
                case GRANT -> platform.accepted(platform.offerAcl(sample, "user:alice", "group:analysts"));
                case UNPROVISION -> platform.startUnprovision(sample);
            };
        }
    }
}
