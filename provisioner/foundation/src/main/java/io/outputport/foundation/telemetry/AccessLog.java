package io.outputport.foundation.telemetry;

import io.outputport.foundation.settings.Settings;
import java.util.List;
import java.util.Map;

/**
 * A line for each request that was answered, off unless {@code ACCESS_LOG} is true: method, path, status, bytes, and
 * milliseconds. Neither query strings nor headers, since both may carry secrets.
 */
public final class AccessLog {
    private static final String PREFIX = "micronaut.server.netty.access-logger.";

    private AccessLog() {}

    public static Map<String, Object> properties(Settings settings) {
        return Map.of(
                PREFIX + "enabled",
                settings.flag("ACCESS_LOG", false),
                PREFIX + "logger-name",
                "access",
                PREFIX + "log-format",
                "%m %U %s %b %D",
                // Probes come every few seconds.
                PREFIX + "exclusions",
                List.of(".*/health.*", ".*/prometheus"));
    }
}
