package io.outputport.benchmark.floor;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A bare Micronaut server: it starts, and with an argument it stops again as soon as it has started. */
public final class Floor {
    /** Where it listens. */
    public static final String PORT = "FLOOR_PORT";

    /** A file whose bytes it streams; without one it does not. */
    public static final String STREAMED = "FLOOR_STREAMED";

    private Floor() {}

    public static void main(String[] args) {
        ApplicationContext context = ApplicationContext.builder()
                .banner(false)
                .environmentPropertySource(false)
                .deduceEnvironment(false)
                .properties(properties())
                .start();
        context.getBean(EmbeddedServer.class).start();
        if (args.length > 0) {
            System.exit(0);
        }
    }

    private static Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>(Map.of(
                "floor", "true",
                "micronaut.server.host", "127.0.0.1",
                "micronaut.server.port", System.getenv().getOrDefault(PORT, "0")));
        Optional.ofNullable(System.getenv(STREAMED)).ifPresent(file -> properties.put(Streamed.FILE, file));
        return properties;
    }
}
