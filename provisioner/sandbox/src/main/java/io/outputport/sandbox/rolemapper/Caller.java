package io.outputport.sandbox.rolemapper;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Who sends a GraphQL request. The sandbox has no identity provider, so the token itself says it:
 * {@code Bearer alice+analysts} is the user {@code user:alice} and a member of {@code group:analysts}.
 */
record Caller(String user, List<String> groups) {
    private static final String PREFIX = "Bearer ";

    Caller {
        groups = List.copyOf(groups);
    }

    /** @param authorization the header's value; empty when there is none */
    static Optional<Caller> of(String authorization) {
        if (!authorization.startsWith(PREFIX)) {
            return Optional.empty();
        }
        String[] names = authorization.substring(PREFIX.length()).strip().split("\\+", -1);
        if (names[0].isEmpty()) {
            return Optional.empty();
        }
        List<String> groups =
                Arrays.stream(names).skip(1).map(name -> "group:" + name).toList();
        return Optional.of(new Caller(asRef(names[0]), groups));
    }

    /** The platform writes a user's mail address with its first {@code @} replaced. */
    private static String asRef(String user) {
        return "user:" + user.replaceFirst("@", "_");
    }
}
