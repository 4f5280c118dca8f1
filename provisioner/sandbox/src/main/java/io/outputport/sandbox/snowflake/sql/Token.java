package io.outputport.sandbox.snowflake.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of a statement. White space and comments are gone.
 *
 * @param text as written
 */
record Token(Kind kind, String text) {
    enum Kind {
        NAME,
        KEYWORD,
        OTHER
    }

    private static final Pattern PIECE = Pattern.compile("\\s+|--[^\\n]*|/\\*(?s:.*?)\\*/"
            + "|(?<name>\"(?:[^\"]|\"\")+\")|(?<word>[A-Za-z_][A-Za-z0-9_$]*)"
            + "|(?<other>'(?:[^']|'')*'|\\d+(?:\\.\\d+)?|<=|>=|<>|!=|\\|\\||::|.)");
    /** Words that are not names, as far as sources are asked in them. */
    private static final Set<String> KEYWORDS = Set.of(
            ("select distinct all from where and or not in is null like ilike between exists order by group having limit"
                            + " offset asc desc nulls first last as on join left right inner outer full cross union case"
                            + " when then else end true false cast with date timestamp interval show primary keys table"
                            + " integer int number varchar text boolean float")
                    .split(" "));

    static List<Token> of(String statement) {
        List<Token> tokens = new ArrayList<>();
        Matcher piece = PIECE.matcher(statement);
        while (piece.find()) {
            if (piece.group("name") != null) {
                tokens.add(new Token(Kind.NAME, piece.group()));
            } else if (piece.group("word") != null) {
                boolean keyword = KEYWORDS.contains(piece.group().toLowerCase(Locale.ROOT));
                tokens.add(new Token(keyword ? Kind.KEYWORD : Kind.NAME, piece.group()));
            } else if (piece.group("other") != null) {
                tokens.add(new Token(Kind.OTHER, piece.group()));
            }
        }
        return tokens;
    }

    boolean is(String other) {
        return text.equalsIgnoreCase(other);
    }

    boolean isQuoted() {
        return text.startsWith("\"");
    }
}
