package io.outputport.provisioner.settings;

import io.outputport.provisioner.outcome.Redaction;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The settings of the service, by the names of their environment variables. An empty value counts as not set.
 * Every method throws {@link SettingsException} for a value that cannot be used.
 */
public final class Settings {
    private static final int LARGEST_PORT = 65_535;

    private final Map<String, String> values;
    private final Redaction redaction = new Redaction();

    private Settings(Map<String, String> values) {
        this.values = values;
    }

    public static Settings of(Map<String, String> environment) {
        Map<String, String> given = new TreeMap<>(environment);
        given.values().removeIf(String::isBlank);
        ProvisionerNames.check(given);
        return new Settings(given);
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(String::strip);
    }

    public String text(String name, String otherwise) {
        return text(name).orElse(otherwise);
    }

    public String required(String name) {
        return text(name).orElseThrow(() -> new SettingsException(name + " is not set."));
    }

    /** Throws with all names that are missing, so that nobody has to start once for each. A {@code …_FILE} counts. */
    public void requireAll(List<String> names) {
        List<String> missing = names.stream()
                .filter(name -> text(name).or(() -> text(name + "_FILE")).isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            throw new SettingsException(
                    String.join(", ", missing) + (missing.size() == 1 ? " is" : " are") + " not set.");
        }
    }

    /** The value of {@code name}, or the content of the file that {@code name_FILE} names, without its last line break. */
    public Optional<Secret> secret(String name) {
        Optional<String> file = text(name + "_FILE");
        if (file.isPresent() && values.containsKey(name)) {
            throw new SettingsException("Both " + name + " and " + name + "_FILE are set; keep one of them.");
        }
        return file.map(path -> read(name + "_FILE", path))
                .or(() -> Optional.ofNullable(values.get(name)))
                .map(this::learned);
    }

    private Secret learned(String secret) {
        redaction.learn(secret);
        return new Secret(secret);
    }

    /** Knows every secret that was asked for. */
    public Redaction redaction() {
        return redaction;
    }

    /** The variables whose names start so, for a library that reads its own. */
    public Map<String, String> startingWith(String prefix) {
        Map<String, String> found = new TreeMap<>(values);
        found.keySet().removeIf(name -> !name.startsWith(prefix));
        return found;
    }

    public Secret requiredSecret(String name) {
        return secret(name).orElseThrow(() -> new SettingsException(name + " (or " + name + "_FILE) is not set."));
    }

    /** A bare number is seconds; otherwise {@code 500ms}, {@code 10s}, {@code 5m}, {@code 2h}, {@code 30d}. */
    public Duration duration(String name, Duration otherwise) {
        return text(name)
                .map(text -> Durations.parse(text)
                        .orElseThrow(() -> wrong(name, text, "a duration such as 500ms, 10s, 5m or 30d")))
                .orElse(otherwise);
    }

    /** A {@link #duration} for which a call may last: longer than nothing. */
    public Duration timeout(String name, Duration otherwise) {
        Duration timeout = duration(name, otherwise);
        if (timeout.isZero()) {
            throw new SettingsException(name + " must be longer than 0.");
        }
        return timeout;
    }

    public int number(String name, int otherwise, int least, int most) {
        return text(name).map(text -> whole(name, text, least, most)).orElse(otherwise);
    }

    public boolean flag(String name, boolean otherwise) {
        return text(name)
                .map(text -> switch (text.toLowerCase(java.util.Locale.ROOT)) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw wrong(name, text, "true or false");
                })
                .orElse(otherwise);
    }

    /** An absolute http or https address, without a slash at its end. */
    public Optional<URI> url(String name) {
        return text(name).map(text -> address(name, text));
    }

    /** An address to put paths behind, so with nothing behind its own path. */
    public URI requiredUrl(String name) {
        URI uri = address(name, required(name));
        if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new SettingsException(name + " must not hold a user, a query or a fragment.");
        }
        return uri;
    }

    public <E extends Enum<E>> E choice(String name, Class<E> choices, E otherwise) {
        return text(name).map(text -> chosen(name, text, choices)).orElse(otherwise);
    }

    private static <E extends Enum<E>> E chosen(String name, String text, Class<E> choices) {
        for (E choice : choices.getEnumConstants()) {
            if (choice.name().equalsIgnoreCase(text)) {
                return choice;
            }
        }
        String names = String.join(
                ", ",
                java.util.Arrays.stream(choices.getEnumConstants())
                        .map(choice -> choice.name().toLowerCase(java.util.Locale.ROOT))
                        .toList());
        throw wrong(name, text, "one of " + names);
    }

    private static int whole(String name, String text, int least, int most) {
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Answered below, in the same words as a number out of range.
        }
        throw wrong(name, text, "a whole number from " + least + " to " + most);
    }

    private static URI address(String name, String text) {
        try {
            URI uri = new URI(text.replaceAll("/+$", ""));
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (web && uri.getHost() != null && uri.getPort() <= LARGEST_PORT) {
                return uri;
            }
        } catch (URISyntaxException notAnAddress) {
            // Answered below: the value may hold a password, so it is not repeated.
        }
        throw new SettingsException(name + " is not an http or https address, such as http://host:8080.");
    }

    private static String read(String name, String path) {
        try {
            String content = Files.readString(Path.of(path)).replaceAll("\\R\\z", "");
            if (!content.isBlank()) {
                return content;
            }
        } catch (IOException | java.nio.file.InvalidPathException unreadable) {
            throw new SettingsException(name + " names a file that cannot be read: " + path + ".");
        }
        throw new SettingsException(name + " names an empty file: " + path + ".");
    }

    private static SettingsException wrong(String name, String text, String expected) {
        return new SettingsException(name + " is \"" + text + "\", but must be " + expected + ".");
    }
}
