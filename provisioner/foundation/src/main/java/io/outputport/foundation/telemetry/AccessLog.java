package io.outputport.foundation.telemetry;

import io.outputport.foundation.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A line for each request that was answered, off unless {@code ACCESS_LOG} is true: method, path, status, bytes, and
 * milliseconds. Neither query strings nor headers, since both may carry secrets.
 */
public final class AccessLog {
    private static final String PREFIX = "micronaut.server.netty.access-logger.";

    private AccessLog() {}

    /**
     * @param basePath below which probes and metrics are asked for, without a slash at its end
     * @param silent expressions for whole paths that no line may hold
     */
    public static Map<String, Object> properties(Settings settings, String basePath, List<String> silent) {
        // Probes come every few seconds.
        String base = Pattern.quote(basePath);
        List<String> exclusions = new ArrayList<>(silent);
        exclusions.add(base + "/health(/(liveness|readiness|startup))?");
        exclusions.add(base + "/prometheus");
        return Map.of(
                PREFIX + "enabled",
                settings.flag("ACCESS_LOG", false),
                PREFIX + "logger-name",
                "access",
                PREFIX + "log-format",
                "%m %U %s %b %D",
                PREFIX + "exclusions",
                exclusions);
    }
}
