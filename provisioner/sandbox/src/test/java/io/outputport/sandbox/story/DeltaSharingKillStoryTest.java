package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.sandbox.RunningSandbox;
import io.outputport.sandbox.testing.Http;
import io.outputport.sandbox.testing.Reply;
import io.outputport.sandbox.testing.Sample;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
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

    private final Tripwire wire = new Tripwire();

    @TempDir
    private Path folder;

    @Test
    void whatever_it_dies_of_the_end_is_the_same() throws Exception {
        try (RunningSandbox sandbox = new RunningSandbox()) {
            sandbox.start(Map.of(
                    "SANDBOX_PARTS", "postgres,sharing", "SANDBOX_POSTGRES_PORT", "0", "SANDBOX_SHARING_PORT", "0"));
            URI sharing = URI.create(sandbox.ready().path("sharing").asText());
            try (Relay relay = Relay.to(sharing.getPort(), wire);
                    Mortal service = new Mortal(variables(sandbox, relay.port()), tasks(), wire)) {
                assertThat(sweep(Http.to(sharing), service)).isPositive();
            }
        }
    }

    private static Map<String, String> variables(RunningSandbox sandbox, int port) {
        Map<String, String> variables = new HashMap<>();
        sandbox.ready()
                .path("env")
                .properties()
                .forEach(variable ->
                        variables.put(variable.getKey(), variable.getValue().asText()));
        variables.put("SHARING_URL", "http://127.0.0.1:" + port);
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
            service.carryOut(deed.offer(orders("calm")), Optional.empty());
            calm.add(state(sharing, "calm"));
        }
        int kills = 0;
        boolean reached = true;
        for (int number = 2; number < MOST_POINTS && reached; number += Integer.getInteger("crash.stride", 9)) {
            Tripwire.Point point = new Tripwire.Point(number / 2, number % 2 == 1);
            reached = false;
            for (Deed deed : Deed.values()) {
                boolean died = service.carryOut(deed.offer(orders("n" + number)), Optional.of(point));
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

    private static Sample orders(String name) {
        return Sample.of("orders-delta.yaml")
                .with("Orders Delta", "Orders " + name)
                .with("orders-delta", "orders-" + name);
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
