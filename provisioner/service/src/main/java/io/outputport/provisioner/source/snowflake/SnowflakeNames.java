package io.outputport.provisioner.source.snowflake;

import io.outputport.provisioner.descriptor.source.NameRule;
import io.outputport.provisioner.descriptor.source.SystemSchemas;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Names of objects in Snowflake, and how they stand in SQL and in a URL. */
public final class SnowflakeNames {
    /** What the Snowflake provisioner of the platform makes, and no character that means something in a URL. */
    static final NameRule RULE = new NameRule(
            "Snowflake", 255, character -> Character.isLetterOrDigit(character) || "_-$ ".indexOf(character) >= 0);

    /** Snowflake finds it in upper case, however it is written. */
    static final SystemSchemas SYSTEM_SCHEMAS =
            new SystemSchemas("Snowflake", schema -> upper(schema).equals("INFORMATION_SCHEMA"));

    private SnowflakeNames() {}

    public static String upper(String name) {
        return name.toUpperCase(Locale.ROOT);
    }

    public static String inSql(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** Snowflake turns an unquoted name of a URL into upper case, so any other name is quoted. */
    public static String inUrl(String name) {
        return encoded(name.matches("[A-Z_][A-Z0-9_$]*") ? name : inSql(name));
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
