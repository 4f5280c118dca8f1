package io.outputport.provisioner.source.snowflake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The view that the statement in {@code specific.customView} creates.
 *
 * @param database empty when the statement leaves it out
 * @param schema empty when the statement leaves it out
 */
record CustomView(Optional<String> database, Optional<String> schema, String view) {
    private static final String PART = "(?:\"[^\"]+\"|[A-Za-z_][A-Za-z0-9_$]*)";
    private static final Pattern NAME = Pattern.compile(PART);
    /** White space and comments, which may stand between any two words. */
    private static final String GAP = "(?:\\s|--[^\n]*(?:\n|$)|//[^\n]*(?:\n|$)|/\\*(?s:.*?)\\*/)";

    private static final String CREATE_VIEW =
            "create" + GAP + "++(?:(?:or|replace|alter|secure|local|global|temp|temporary"
                    + "|volatile|recursive|materialized|interactive)" + GAP + "++)*+view" + GAP + "++(?:if" + GAP
                    + "++not" + GAP
                    + "++exists" + GAP + "++)?+";
    private static final Pattern CREATION = Pattern.compile(GAP + "*+create" + GAP, Pattern.CASE_INSENSITIVE);
    private static final String ALONE = "(?=\\S+\\s*$)";
    private static final Pattern STATEMENT = Pattern.compile(
            GAP + "*+(?:" + CREATE_VIEW + "|" + ALONE + ")(" + PART + "(?:\\." + PART + "){0,2})(?=[\\s(;/-]|$)",
            Pattern.CASE_INSENSITIVE);

    /** Whether it creates something, be it in words that are not read here. */
    static boolean isStatement(String text) {
        return CREATION.matcher(text).lookingAt();
    }

    /** Reads {@code CREATE … VIEW database.schema.view …}, or the bare name; comments do not count. */
    static Optional<CustomView> parse(String statement) {
        Matcher found = STATEMENT.matcher(statement);
        if (!found.lookingAt()) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>();
        Matcher part = NAME.matcher(found.group(1));
        while (part.find()) {
            parts.add(part.group().replace("\"", ""));
        }
        int last = parts.size() - 1;
        return Optional.of(new CustomView(at(parts, last - 2), at(parts, last - 1), parts.get(last)));
    }

    private static Optional<String> at(List<String> parts, int index) {
        return index < 0 ? Optional.empty() : Optional.of(parts.get(index));
    }
}
