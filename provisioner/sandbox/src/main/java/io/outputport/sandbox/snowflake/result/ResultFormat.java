package io.outputport.sandbox.snowflake.result;

import java.util.Locale;

/** In which form rows are sent. */
public enum ResultFormat {
    JSON,
    /** What a JDBC driver gets unless it asks for the other. */
    ARROW;

    /** By its name in {@code JDBC_QUERY_RESULT_FORMAT}. */
    public static ResultFormat of(String parameter) {
        return parameter.equalsIgnoreCase("JSON") ? JSON : ARROW;
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
