package io.outputport.foundation.start;

import io.outputport.foundation.settings.Settings;
import java.util.Locale;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** How log lines look: {@code LOG_FORMAT}, by default JSON, but text on a terminal. */
public enum LogFormat {
    JSON,
    TEXT;

    /** Takes effect only when it runs before the first logger is made. */
    public static void choose(Settings settings) {
        LogFormat otherwise = isTerminal() ? TEXT : JSON;
        LogFormat chosen = settings.choice("LOG_FORMAT", LogFormat.class, otherwise);
        System.setProperty("LOG_FORMAT", chosen.name().toLowerCase(Locale.ROOT));
        if (otherwise == TEXT && settings.text("NO_COLOR").isEmpty()) {
            System.setProperty("LOG_LEVEL_PATTERN", "%highlight(%-5level)");
        }
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }

    /** Whether a person sits at both ends. */
    @SuppressWarnings("SystemConsoleNull") // the property brings the old meaning back
    public static boolean isTerminal() {
        // From JDK 22 on there is a console even without a terminal, unless the old kind is asked for.
        System.setProperty("jdk.console", "java.base");
        return System.console() != null;
    }
}
