package io.outputport.foundation.start;

import io.outputport.foundation.outcome.Quote;
import io.outputport.foundation.settings.SettingsException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Why the service does not start, for the person who started it.
 *
 * @param exitCode 2 when the command or a setting has to be changed, 1 when something around the service is in the way
 */
public record FailedStart(int exitCode, String sentence) {
    private static final int SETTINGS = 2;
    private static final int LONGEST = 500;

    /** Whether a setting has to be changed before it can start. */
    public boolean isOfSettings() {
        return exitCode == SETTINGS;
    }

    /** The framework wraps what beans throw, so the whole chain of causes is looked at. */
    public static FailedStart of(Throwable failure) {
        List<Throwable> chain = Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(50)
                .toList();
        Optional<SettingsException> setting = first(chain, SettingsException.class);
        if (setting.isPresent()) {
            return new FailedStart(SETTINGS, "Cannot start: " + setting.get().getMessage());
        }
        Optional<PortTaken> port = first(chain, PortTaken.class);
        if (port.isPresent()) {
            return new FailedStart(1, "Cannot start: " + port.get().getMessage());
        }
        return new FailedStart(1, "Cannot start: " + words(chain.get(chain.size() - 1)));
    }

    private static <T> Optional<T> first(List<Throwable> chain, Class<T> type) {
        return chain.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    /** The first line of the innermost cause. It is a library's text and may quote an address with its password. */
    private static String words(Throwable cause) {
        String message = cause.getMessage();
        String line = message == null || message.isBlank()
                ? cause.getClass().getSimpleName()
                : message.strip().lines().findFirst().orElseThrow();
        return Quote.of(line, LONGEST);
    }
}
