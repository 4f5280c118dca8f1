package io.outputport.sharing.predicate;

import io.outputport.sharing.predicate.SqlTokens.SqlToken;
import io.outputport.sharing.predicate.value.Value;
import io.outputport.sharing.predicate.value.ValueKind;
import java.util.Optional;

/** A literal of SQL, and what it is as a value of a column: only where every reader converts it in the same way. */
record SqlLiteral(LiteralForm form, String text) {
    /** How it is written. */
    enum LiteralForm {
        NUMBER,
        TEXT,
        TRUTH
    }

    static Optional<SqlLiteral> of(SqlToken token) {
        return switch (token.kind()) {
            case NUMBER -> Optional.of(new SqlLiteral(LiteralForm.NUMBER, token.text()));
            case TEXT -> Optional.of(new SqlLiteral(LiteralForm.TEXT, token.text()));
            case WORD ->
                token.is("TRUE") || token.is("FALSE")
                        ? Optional.of(new SqlLiteral(LiteralForm.TRUTH, token.text()))
                        : Optional.empty();
            case NAME, SIGN -> Optional.empty();
        };
    }

    Optional<Value> as(ValueKind kind) {
        boolean same =
                switch (form) {
                    case NUMBER -> kind == ValueKind.WHOLE || kind == ValueKind.DECIMAL || kind.hasNaN();
                    case TEXT -> kind == ValueKind.STRING || kind == ValueKind.DATE || isWhole(kind) || hasZone(kind);
                    case TRUTH -> kind == ValueKind.BOOLEAN;
                };
        return same ? (kind.hasNaN() ? ValueKind.DOUBLE : kind).read(text) : Optional.empty();
    }

    /** Some readers cut off what stands behind the point. */
    private boolean isWhole(ValueKind kind) {
        return kind == ValueKind.WHOLE && text.matches("-?\\d{1,18}");
    }

    private boolean hasZone(ValueKind kind) {
        return kind == ValueKind.TIMESTAMP && text.endsWith("Z");
    }
}
