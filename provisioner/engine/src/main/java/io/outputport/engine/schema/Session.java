package io.outputport.engine.schema;

import java.util.Map;

/**
 * Who asks.
 *
 * @param role {@code admin} sees everything
 * @param variables session variables by lower-case name, for example {@code x-hasura-user-id}
 */
public record Session(String role, Map<String, String> variables) {
    public static final String ADMIN = "admin";

    public Session {
        variables = Map.copyOf(variables);
    }

    public boolean isAdmin() {
        return ADMIN.equals(role);
    }
}
