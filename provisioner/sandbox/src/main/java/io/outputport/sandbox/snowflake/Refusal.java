package io.outputport.sandbox.snowflake;

/**
 * Why something is refused, in Snowflake's words.
 *
 * @param code six digits, for example {@code 390100}
 */
record Refusal(String code, String sqlState, String message) {
    static Refusal wrongLogin() {
        return new Refusal("390100", "08001", "Incorrect username or password was specified.");
    }

    static Refusal wrongKey() {
        return new Refusal("390144", "08001", "JWT token is invalid.");
    }

    static Refusal noRole(String role) {
        return new Refusal(
                "390189",
                "08001",
                "Role '" + role
                        + "' specified in the connect string does not exist or not authorized. Contact your local"
                        + " system administrator, or attempt to login with another role, e.g. PUBLIC.");
    }

    static Refusal noSession() {
        return new Refusal("390104", "08001", "Session no longer exists. New login required to access the service.");
    }

    static Refusal noWarehouse() {
        return new Refusal(
                "000606",
                "57P03",
                "No active warehouse selected in the current session.  Select an active warehouse with the 'use warehouse'"
                        + " command.");
    }

    static Refusal noDatabase(String database) {
        return new Refusal(
                "002003",
                "02000",
                "SQL compilation error:\nDatabase '" + database + "' does not exist or not authorized.");
    }

    static Refusal noObject(String reason) {
        return new Refusal("002003", "42S02", "SQL compilation error:\n" + reason);
    }

    static Refusal notUnderstood(String reason) {
        return new Refusal("001003", "42000", "SQL compilation error:\n" + reason);
    }
}
