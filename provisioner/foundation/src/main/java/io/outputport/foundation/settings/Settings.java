package io.outputport.foundation.settings;

import io.outputport.foundation.outcome.Redaction;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The settings of a program, by the names of their environment variables. An empty value counts as not set.
 * Every method throws {@link SettingsException} for a value that cannot be used.
 */
public final class Settings {
    /** What the JVM writes for bytes that its locale has no character for. */
    private static final char REPLACED = '\uFFFD';

    private final Map<String, String> values;
    private final Redaction redaction = new Redaction();

    private Settings(Map<String, String> values) {
        this.values = values;
    }

    public static Settings of(Map<String, String> environment) {
        return new Settings(given(environment));
    }

    /** @param own the names that may stand under the program's own prefix */
    public static Settings of(Map<String, String> environment, OwnNames own) {
        Map<String, String> given = given(environment);
        own.check(given);
        return new Settings(given);
    }

    private static Map<String, String> given(Map<String, String> environment) {
        Map<String, String> given = new TreeMap<>(environment);
        given.values().removeIf(String::isBlank);
        return given;
    }

    public Optional<String> text(String name) {
        return given(name).map(String::strip);
    }

    /** A locale without UTF-8 has other characters replaced before anybody can read them. */
    private Optional<String> given(String name) {
        Optional<String> value = Optional.ofNullable(values.get(name));
        if (value.filter(text -> text.indexOf(REPLACED) >= 0).isPresent()) {
            throw new SettingsException(name + " holds characters that this process cannot read in its locale; set"
                    + " LC_ALL=C.UTF-8 and start again.");
        }
        return value;
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

    /**
     * The value of {@code name}, or the content of the file that {@code name_FILE} names. Line ends behind it are not part of
     * it: editors and Kubernetes Secrets add them.
     */
    public Optional<Secret> secret(String name) {
        Optional<String> file = text(name + "_FILE");
        if (file.isPresent() && values.containsKey(name)) {
            throw new SettingsException("Both " + name + " and " + name + "_FILE are set; keep one of them.");
        }
        return file.map(path -> read(name + "_FILE", path))
                .or(() -> given(name))
                .map(value -> value.replaceAll("\\R+\\z", ""))
                .map(this::learned);
    }

    /** A {@link #secret} that is sent in a header of HTTP, which holds the visible characters of ASCII only. */
    public Optional<Secret> headerSecret(String name) {
        Optional<Secret> secret = secret(name);
        secret.map(Secret::reveal).ifPresent(value -> refuseOutsideHeaders(name, value));
        return secret;
    }

    private static void refuseOutsideHeaders(String name, String value) {
        for (int at = 0; at < value.length(); at++) {
            char character = value.charAt(at);
            if (character <= ' ' || character > '~') {
                throw new SettingsException(name + " is sent in an HTTP header, where its character "
                        + (at + 1) + " of " + value.length() + " (" + Character.getName(character)
                        + ") cannot stand.");
            }
        }
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
        return secret(name).orElseThrow(() -> missingSecret(name));
    }

    /** A required {@link #headerSecret}. */
    public Secret requiredHeaderSecret(String name) {
        return headerSecret(name).orElseThrow(() -> missingSecret(name));
    }

    private static SettingsException missingSecret(String name) {
        return new SettingsException(name + " (or " + name + "_FILE) is not set.");
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
        return text(name).map(text -> WebAddress.parse(name, text));
    }

    /** A {@link #url} to put paths behind, so with no query and not the address of one call. */
    public Optional<URI> baseUrl(String name) {
        return text(name).map(text -> WebAddress.base(name, text));
    }

    /** A {@link #baseUrl} that must be set. */
    public URI requiredUrl(String name) {
        return WebAddress.base(name, required(name));
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

    private static String read(String name, String path) {
        try {
            String content = Files.readString(Path.of(path));
            if (!content.isBlank()) {
                return content;
            }
        } catch (MalformedInputException notText) {
            throw new SettingsException(name + " names a file that is not text in UTF-8: " + path + ".");
        } catch (IOException | java.nio.file.InvalidPathException unreadable) {
            throw new SettingsException(name + " names a file that cannot be read: " + path + ".");
        }
        throw new SettingsException(name + " names an empty file: " + path + ".");
    }

    private static SettingsException wrong(String name, String text, String expected) {
        return new SettingsException(name + " is \"" + text + "\", but must be " + expected + ".");
    }
}
