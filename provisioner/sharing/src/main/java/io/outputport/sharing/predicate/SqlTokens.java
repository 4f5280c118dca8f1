package io.outputport.sharing.predicate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a condition in SQL. */
final class SqlTokens {
    private static final Pattern TOKEN = Pattern.compile("\\s*(?:(?<number>[-+]?(?:\\d+(?:\\.\\d*)?|\\.\\d+))(?![\\w.])"
            + "|'(?<text>(?:[^'\\\\]|'')*)'"
            + "|`(?<quoted>(?:[^`]|``)+)`"
            + "|(?<word>[A-Za-z_][A-Za-z0-9_]*)(?!\\s*\\.)"
            + "|(?<sign><=|>=|<>|!=|==|=|<|>|\\(|\\)))");
    private static final int MOST = 10_000;

    /** What a token is. */
    enum Kind {
        NUMBER,
        TEXT,
        /** A name between backticks, which is no word of the language. */
        NAME,
        WORD,
        SIGN
    }

    /** @param text without quotes */
    record SqlToken(Kind kind, String text) {
        boolean is(String word) {
            return (kind == Kind.WORD || kind == Kind.SIGN)
                    && text.toUpperCase(Locale.ROOT).equals(word);
        }
    }

    private SqlTokens() {}

    /** Empty when some of it is no token that is known here. */
    static Optional<List<SqlToken>> of(String sql) {
        List<SqlToken> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(sql.strip());
        int at = 0;
        while (at < matcher.regionEnd()) {
            matcher.region(at, matcher.regionEnd());
            if (!matcher.lookingAt() || tokens.size() > MOST) {
                return Optional.empty();
            }
            tokens.add(token(matcher));
            at = matcher.end();
        }
        return Optional.of(tokens);
    }

    private static SqlToken token(Matcher matcher) {
        if (matcher.group("number") != null) {
            return new SqlToken(Kind.NUMBER, matcher.group("number"));
        }
        if (matcher.group("text") != null) {
            return new SqlToken(Kind.TEXT, matcher.group("text").replace("''", "'"));
        }
        if (matcher.group("quoted") != null) {
            return new SqlToken(Kind.NAME, matcher.group("quoted").replace("``", "`"));
        }
        return matcher.group("word") != null
                ? new SqlToken(Kind.WORD, matcher.group("word"))
                : new SqlToken(Kind.SIGN, matcher.group("sign"));
    }
}
