package io.outputport.sandbox;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.List;
import org.slf4j.LoggerFactory;

/** The service's log configuration knows nothing of the stand-ins; theirs is set here. */
final class QuietLogs {
    private static final List<String> TALKATIVE = List.of("io.zonky.test", "com.zaxxer.hikari", "graphql");

    private QuietLogs() {}

    static void apply() {
        TALKATIVE.forEach(name -> ((Logger) LoggerFactory.getLogger(name)).setLevel(Level.WARN));
    }
}
