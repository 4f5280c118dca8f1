package io.outputport.engine.schema;

import java.util.regex.Pattern;

/** Which names Hasura takes into its schema, and what it says of others. */
public final class GraphqlName {
    private static final Pattern LEGAL = Pattern.compile("[_A-Za-z][_0-9A-Za-z]*");

    private GraphqlName() {}

    /** Two underscores in front are legal to Hasura, though GraphQL keeps them for itself. */
    public static boolean isLegal(String name) {
        return LEGAL.matcher(name).matches();
    }

    /** Whether this engine can serve it: its library for GraphQL refuses what begins with two underscores. */
    public static boolean isServed(String name) {
        return !name.startsWith("__");
    }

    public static String cannotInclude(String name) {
        return "cannot include \"" + name + "\" in the GraphQL schema because it is not a valid GraphQL identifier";
    }

    public static String cannotUseType(String type) {
        return "cannot use SQL type \"" + type
                + "\" in the GraphQL schema because its name is not a valid GraphQL identifier";
    }
}
