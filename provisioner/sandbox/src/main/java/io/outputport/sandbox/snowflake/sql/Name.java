package io.outputport.sandbox.snowflake.sql;

import java.util.Locale;

/** A name in Snowflake's SQL. */
public final class Name {
    private Name() {}

    /** What it names: a quoted name means itself, an unquoted one means its upper case. */
    public static String exact(String written) {
        return written.length() >= 2 && written.startsWith("\"") && written.endsWith("\"")
                ? written.substring(1, written.length() - 1).replace("\"\"", "\"")
                : written.toUpperCase(Locale.ROOT);
    }

    static String quoted(String exact) {
        return '"' + exact.replace("\"", "\"\"") + '"';
    }
}
