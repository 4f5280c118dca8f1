package io.outputport.provisioner.source.snowflake.login;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an account answers.
 *
 * @param scheme {@code http://} for an endpoint without TLS, else empty
 * @param name with its port, if it has one, in lower case
 */
public record SnowflakeHost(String scheme, String name) {
    private static final Pattern FORM = Pattern.compile("(https?://)?([a-z0-9._-]+(?::\\d{1,5})?)/?");

    public static Optional<SnowflakeHost> parse(String text) {
        Matcher form = FORM.matcher(text.toLowerCase(Locale.ROOT));
        return form.matches()
                ? Optional.of(new SnowflakeHost("http://".equals(form.group(1)) ? "http://" : "", form.group(2)))
                : Optional.empty();
    }

    /** What stands between {@code jdbc:snowflake://} and the next slash. */
    public String inUrl() {
        return scheme + name;
    }

    public boolean isSameAs(SnowflakeHost other) {
        return withPort().equals(other.withPort());
    }

    private String withPort() {
        return name.contains(":") ? name : name + ":443";
    }
}
