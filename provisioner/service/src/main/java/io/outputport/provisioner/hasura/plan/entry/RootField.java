package io.outputport.provisioner.hasura.plan.entry;

import java.util.Locale;

/** The root fields that Hasura gives a tracked table, in the order in which they are shown. */
public enum RootField {
    SELECT,
    SELECT_BY_PK,
    SELECT_AGGREGATE,
    /** Subscriptions only. */
    SELECT_STREAM;

    /** The types whose fields they are. */
    public static final String QUERIES = "query_root";

    public static final String SUBSCRIPTIONS = "subscription_root";

    /** The key in {@code custom_root_fields} of Hasura's metadata. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The field of {@code specific} that holds its name. */
    public String inDescriptor() {
        return switch (this) {
            case SELECT -> "select";
            case SELECT_BY_PK -> "selectByPk";
            case SELECT_AGGREGATE -> "selectAggregate";
            case SELECT_STREAM -> "selectStream";
        };
    }

    /** The name that Hasura gives when none is set, for a table whose base name is {@code base}. */
    public String defaultName(String base) {
        return switch (this) {
            case SELECT -> base;
            case SELECT_BY_PK -> base + "_by_pk";
            case SELECT_AGGREGATE -> base + "_aggregate";
            case SELECT_STREAM -> base + "_stream";
        };
    }

    /** What Hasura appends instead where names are in camel case. */
    String camelEnding() {
        return switch (this) {
            case SELECT -> "";
            case SELECT_BY_PK -> "ByPk";
            case SELECT_AGGREGATE -> "Aggregate";
            case SELECT_STREAM -> "Stream";
        };
    }
}
