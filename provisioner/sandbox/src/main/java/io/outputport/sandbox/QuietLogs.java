package io.outputport.sandbox;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * The service's log configuration knows nothing of the stand-ins; theirs is set here, before the first line is logged.
 * People read the sandbox's log, so it is text unless something else is asked for.
 */
final class QuietLogs {
    private static final List<String> TALKATIVE = List.of("io.zonky.test", "com.zaxxer.hikari", "graphql");

    private QuietLogs() {}

    static void apply() {
        if (System.getenv("LOG_FORMAT") == null) {
            System.setProperty("LOG_FORMAT", "text");
        }
        TALKATIVE.forEach(name -> ((Logger) LoggerFactory.getLogger(name)).setLevel(Level.WARN));
    }
}
