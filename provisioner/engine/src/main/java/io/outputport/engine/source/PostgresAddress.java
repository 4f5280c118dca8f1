package io.outputport.engine.source;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** A PostgreSQL database and who logs in to it. Its text hides the password. */
public record PostgresAddress(String jdbcUrl, String user, String password) {
    private static final String TIMEOUTS = "connectTimeout=5&socketTimeout=60&loginTimeout=5";

    /**
     * Reads the URL that stands in a configuration.
     *
     * @param url {@code postgres://user:password@host:port/database}, parts percent-encoded
     * @throws SourceFailure when it is no such URL; the text does not repeat it
     */
    public static PostgresAddress of(String url) throws SourceFailure {
        try {
            URI uri = new URI(url);
            String login = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
            if (!("postgres".equals(uri.getScheme()) || "postgresql".equals(uri.getScheme()))
                    || uri.getHost() == null) {
                throw malformed();
            }
            int colon = login.indexOf(':');
            return at(
                    uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort()),
                    uri.getRawPath().replaceFirst("^/", ""),
                    decode(colon < 0 ? login : login.substring(0, colon)),
                    decode(colon < 0 ? "" : login.substring(colon + 1)));
        } catch (URISyntaxException broken) {
            throw malformed();
        }
    }

    /**
     * The address put together from its parts.
     *
     * @param database percent-encoded
     */
    public static PostgresAddress at(String hostAndPort, String database, String user, String password) {
        String url = "jdbc:postgresql://" + hostAndPort + "/" + database + "?" + TIMEOUTS;
        return new PostgresAddress(url, user, password);
    }

    /** A new connection of the caller's. */
    public Connection open() throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", user);
        login.setProperty("password", password);
        return DriverManager.getConnection(jdbcUrl, login);
    }

    @Override
    public String toString() {
        return jdbcUrl;
    }

    private static String decode(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static SourceFailure malformed() {
        return new SourceFailure("connection error", "expected a URL like postgres://user:password@host:5432/database");
    }
}
