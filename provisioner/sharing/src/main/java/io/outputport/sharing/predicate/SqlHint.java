package io.outputport.sharing.predicate;

import io.outputport.sharing.predicate.SqlTokens.Kind;
import io.outputport.sharing.predicate.SqlTokens.SqlToken;
import io.outputport.sharing.predicate.value.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A condition in SQL: comparisons of columns with literals, {@code IS [NOT] NULL}, {@code AND}, {@code OR}, {@code NOT} and
 * parentheses. One that has anything else in it is not understood as a whole.
 */
final class SqlHint {
    private static final int DEEPEST = 100;
    private static final Map<String, Operator> OPERATORS = Map.of(
            "=", Operator.EQUAL,
            "==", Operator.EQUAL,
            "<", Operator.LESS,
            "<=", Operator.LESS_OR_EQUAL,
            ">", Operator.GREATER,
            ">=", Operator.GREATER_OR_EQUAL);

    private final Columns columns;
    private final List<SqlToken> tokens;
    private int at;
    private int depth;

    private SqlHint(Columns columns, List<SqlToken> tokens) {
        this.columns = columns;
        this.tokens = tokens;
    }

    /** Something that is none of the words known here. */
    private static final class Unknown extends RuntimeException {
        Unknown() {
            super("not understood", null, false, false);
        }
    }

    static Condition read(Columns columns, String hint) {
        return SqlTokens.of(hint)
                .map(tokens -> new SqlHint(columns, tokens).whole())
                .orElse(new Condition.NotUnderstood());
    }

    private Condition whole() {
        try {
            Condition condition = either();
            return at == tokens.size() ? condition : new Condition.NotUnderstood();
        } catch (Unknown word) {
            return new Condition.NotUnderstood();
        }
    }

    private Condition either() {
        List<Condition> parts = new ArrayList<>(List.of(both()));
        while (took("OR")) {
            parts.add(both());
        }
        return parts.size() == 1 ? parts.get(0) : new Condition.Or(parts);
    }

    private Condition both() {
        List<Condition> parts = new ArrayList<>(List.of(one()));
        while (took("AND")) {
            parts.add(one());
        }
        return parts.size() == 1 ? parts.get(0) : new Condition.And(parts);
    }

    private Condition one() {
        if (++depth > DEEPEST) {
            throw new Unknown();
        }
        Condition one = took("NOT") ? new Condition.Not(one()) : took("(") ? inside() : comparison();
        depth--;
        return one;
    }

    private Condition inside() {
        Condition inside = either();
        expect(")");
        return inside;
    }

    private Condition comparison() {
        SqlToken left = next();
        if (took("IS")) {
            boolean not = took("NOT");
            expect("NULL");
            Condition isNull =
                    column(left).<Condition>map(Condition.IsNull::new).orElse(new Condition.NotUnderstood());
            return not ? new Condition.Not(isNull) : isNull;
        }
        SqlToken sign = next();
        SqlToken right = next();
        if (sign.is("<>") || sign.is("!=")) {
            return new Condition.Not(comparison(left, Operator.EQUAL, right));
        }
        return Optional.ofNullable(sign.kind() == Kind.SIGN ? OPERATORS.get(sign.text()) : null)
                .map(operator -> comparison(left, operator, right))
                .orElseThrow(Unknown::new);
    }

    private Condition comparison(SqlToken left, Operator operator, SqlToken right) {
        return SqlLiteral.of(right).isPresent()
                ? compared(left, operator, right)
                : compared(right, operator.turned(), left);
    }

    private Condition compared(SqlToken column, Operator operator, SqlToken literal) {
        return column(column)
                .flatMap(found -> found.kind()
                        .flatMap(kind -> SqlLiteral.of(literal)
                                .flatMap(value -> value.as(kind))
                                .<Condition>map(value -> new Condition.Comparison(found, kind, operator, value))))
                .orElse(new Condition.NotUnderstood());
    }

    private Optional<Column> column(SqlToken token) {
        return token.kind() == Kind.NAME
                        || (token.kind() == Kind.WORD && SqlLiteral.of(token).isEmpty())
                ? columns.named(token.text())
                : Optional.empty();
    }

    private SqlToken next() {
        if (at == tokens.size()) {
            throw new Unknown();
        }
        return tokens.get(at++);
    }

    private boolean took(String word) {
        boolean there = at < tokens.size() && tokens.get(at).is(word);
        at += there ? 1 : 0;
        return there;
    }

    private void expect(String word) {
        if (!took(word)) {
            throw new Unknown();
        }
    }
}
