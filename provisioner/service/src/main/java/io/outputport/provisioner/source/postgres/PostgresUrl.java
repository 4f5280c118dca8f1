package io.outputport.provisioner.source.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address of a PostgreSQL database, as JDBC or libpq write it.
 *
 * @param hosts {@code host:port} in lower case; several are separated by commas
 * @param parameters what follows the question mark; empty without one
 */
public record PostgresUrl(String hosts, String database, String parameters, boolean hasUser) {
    private static final Pattern FORM =
            Pattern.compile("(?:jdbc:)?postgres(?:ql)?://([^@/?]*@)?([^@/?]+)/([^?/]+)(?:\\?(.*))?");
    private static final Pattern USER = Pattern.compile("(^|.*&)(user|password)=.*");

    public static Optional<PostgresUrl> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        String parameters = form.group(4) == null ? "" : form.group(4);
        boolean hasUser = form.group(1) != null || USER.matcher(parameters).matches();
        return decoded(form.group(3)).map(name -> new PostgresUrl(withPorts(form.group(2)), name, parameters, hasUser));
    }

    /** The same server's address of another database, for the driver. */
    String jdbc(String otherDatabase) {
        return "jdbc:postgresql://" + hosts + "/" + URLEncoder.encode(otherDatabase, UTF_8)
                + (parameters.isEmpty() ? "" : "?" + parameters);
    }

    public boolean isOnSameServer(PostgresUrl other) {
        return hosts.equals(other.hosts);
    }

    private static Optional<String> decoded(String name) {
        try {
            return Optional.of(URLDecoder.decode(name, UTF_8));
        } catch (IllegalArgumentException notEncoded) {
            return Optional.empty();
        }
    }

    public static String withPorts(String hosts) {
        String[] each = hosts.toLowerCase(Locale.ROOT).split(",", -1);
        for (int i = 0; i < each.length; i++) {
            each[i] = each[i].matches(".*[^:]:\\d+") ? each[i] : each[i] + ":5432";
        }
        return String.join(",", each);
    }
}
