package io.outputport.sandbox.snowflake.sql;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A statement for PostgreSQL.
 *
 * @param database the database that the statement names; empty when it names none
 */
public record Translation(Optional<String> database, String sql) {

    /** @throws UnsupportedStatement when a source has no reason to ask that */
    public static Translation of(String statement) {
        List<Token> tokens = new ArrayList<>(Token.of(statement));
        while (!tokens.isEmpty() && tokens.get(tokens.size() - 1).is(";")) {
            tokens.remove(tokens.size() - 1);
        }
        if (tokens.isEmpty() || !(tokens.get(0).is("select") || tokens.get(0).is("show"))) {
            throw new UnsupportedStatement("The sandbox answers SELECT and SHOW PRIMARY KEYS IN TABLE only.");
        }
        return tokens.get(0).is("show") ? ShownKeys.of(tokens) : new Writer().write(tokens);
    }

    /** Names with their dots, from {@code start} on: exact, one for each part. */
    static List<String> nameAt(List<Token> tokens, int start) {
        List<String> parts = new ArrayList<>();
        for (int i = start; i < tokens.size() && tokens.get(i).kind() == Token.Kind.NAME; i += 2) {
            parts.add(Name.exact(tokens.get(i).text()));
            if (i + 2 >= tokens.size() || !tokens.get(i + 1).is(".")) {
                break;
            }
        }
        return parts;
    }

    private static final class Writer {
        private final StringBuilder sql = new StringBuilder();
        private final Set<String> databases = new LinkedHashSet<>();
        private final Set<String> catalogViews = new LinkedHashSet<>();

        Translation write(List<Token> tokens) {
            int i = 0;
            while (i < tokens.size()) {
                i = tokens.get(i).kind() == Token.Kind.NAME ? name(tokens, i) : other(tokens.get(i), i);
            }
            if (databases.size() > 1) {
                throw new UnsupportedStatement("The sandbox answers from one database at a time.");
            }
            return new Translation(databases.stream().findFirst(), CatalogViews.with(catalogViews) + sql);
        }

        private int other(Token token, int index) {
            sql.append(token.text()).append(' ');
            return index + 1;
        }

        /** A name before a parenthesis is a function, and keeps its letters. */
        private int name(List<Token> tokens, int start) {
            List<String> parts = nameAt(tokens, start);
            int end = start + parts.size() * 2 - 1;
            boolean function = parts.size() == 1
                    && !tokens.get(start).isQuoted()
                    && end < tokens.size()
                    && tokens.get(end).is("(");
            sql.append(function ? tokens.get(start).text() : written(parts)).append(' ');
            return end;
        }

        private String written(List<String> parts) {
            List<String> rest = parts;
            if (parts.size() == 3) {
                databases.add(parts.get(0));
                rest = parts.subList(1, 3);
            }
            if (rest.size() == 2 && rest.get(0).equals("INFORMATION_SCHEMA")) {
                catalogViews.add(rest.get(1));
                rest = rest.subList(1, 2);
            }
            return String.join(".", rest.stream().map(Name::quoted).toList());
        }
    }
}
