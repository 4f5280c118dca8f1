package io.outputport.engine.source.connector;

import io.outputport.engine.source.SourceFailure;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A JDBC URL of Snowflake's driver, {@code jdbc:snowflake://host/?name=value&…}. Its text shows no parameter. */
record JdbcUrl(Map<String, String> parameters) {
    private static final String PREFIX = "jdbc:snowflake://";

    static JdbcUrl of(String url) throws SourceFailure {
        if (!url.startsWith(PREFIX)) {
            throw new SourceFailure("Error in Data Connector backend: No suitable driver found", "");
        }
        Map<String, String> parameters = new HashMap<>();
        int query = url.indexOf('?');
        for (String pair : query < 0 ? new String[0] : url.substring(query + 1).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(pair.substring(0, equals).toLowerCase(Locale.ROOT), decode(pair.substring(equals + 1)));
            }
        }
        return new JdbcUrl(Map.copyOf(parameters));
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isEmpty());
    }

    /** A name of the warehouse, under the first of these parameters: upper case unless it is quoted. */
    Optional<String> identifier(String... names) {
        for (String name : names) {
            Optional<String> value = parameter(name);
            if (value.isPresent()) {
                return value.map(JdbcUrl::folded);
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return PREFIX + "…";
    }

    private static String folded(String name) {
        return name.length() > 1 && name.startsWith("\"") && name.endsWith("\"")
                ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
                : name.toUpperCase(Locale.ROOT);
    }

    private static String decode(String value) throws SourceFailure {
        try {
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            throw new SourceFailure("Error in Data Connector backend: a part of the JDBC URL is not URL-encoded", "");
        }
    }
}
