package io.outputport.engine.fidelity;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The Hasura that is asked.
 *
 * @param sourceUrl {@code postgres://…} as that Hasura reaches the database; the login must be a superuser
 * @param warehouse a JDBC URL for the agent of kind {@code snowflake}, where the Hasura has one, see {@code hasura/snowflake.sql}
 */
public record Target(URI url, String adminSecret, String sourceUrl, Optional<String> warehouse) {
    /** Hides what is secret. */
    @Override
    public String toString() {
        return url.toString();
    }

    /** What must not be printed. */
    List<String> secrets() {
        return Stream.of(Optional.of(sourceUrl), warehouse, Optional.of(adminSecret))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The source URL for another login of the same database. */
    String sourceUrlOf(String login, String password) {
        return sourceUrl.replaceFirst("//([^@/]*@)?", "//" + login + ":" + password + "@");
    }
}
