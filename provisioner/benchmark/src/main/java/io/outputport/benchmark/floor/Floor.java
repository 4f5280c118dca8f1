package io.outputport.benchmark.floor;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.Map;

/** A bare Micronaut server: it starts, and with an argument it stops again as soon as it has started. */
public final class Floor {
    /** Where it listens. */
    public static final String PORT = "FLOOR_PORT";

    private Floor() {}

    public static void main(String[] args) {
        ApplicationContext context = ApplicationContext.builder()
                .banner(false)
                .environmentPropertySource(false)
                .deduceEnvironment(false)
                .properties(Map.of(
                        "floor", "true",
                        "micronaut.server.host", "127.0.0.1",
                        "micronaut.server.port", System.getenv().getOrDefault(PORT, "0")))
                .start();
        context.getBean(EmbeddedServer.class).start();
        if (args.length > 0) {
            System.exit(0);
        }
    }
}
