package io.outputport.engine.graphql.read.input;

import io.outputport.engine.graphql.error.GraphqlError;
import io.outputport.engine.graphql.read.input.Input.InputKind;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What GraphQL's own scalars accept. Others, such as {@code bigint}, are left to the database. */
final class ScalarRules {
    private static final Set<InputKind> WHOLE = EnumSet.of(InputKind.INTEGER, InputKind.NUMBER);
    private static final Set<InputKind> NUMBERS = EnumSet.of(InputKind.INTEGER, InputKind.FLOAT, InputKind.NUMBER);
    private static final Set<InputKind> STRINGS = EnumSet.of(InputKind.STRING, InputKind.JSON_STRING);
    private static final Set<InputKind> WHOLE_OR_STRING =
            EnumSet.of(InputKind.INTEGER, InputKind.NUMBER, InputKind.STRING, InputKind.JSON_STRING);
    private static final int INT_BITS = 32;
    private static final int LONG_BITS = 64;

    private ScalarRules() {}

    static Optional<GraphqlError> check(String type, Input input, String path) {
        return switch (type) {
            case "Int" -> kind(WHOLE, "a 32-bit integer", type, input, path).or(() -> bounds(input, INT_BITS, path));
            case "Float" -> kind(NUMBERS, "a float", type, input, path);
            case "Boolean" -> kind(EnumSet.of(InputKind.BOOLEAN), "a boolean", type, input, path);
            case "String" -> kind(STRINGS, "a string", type, input, path);
            default -> Optional.empty();
        };
    }

    static Optional<GraphqlError> checkPaging(String argument, Input input, String path) {
        if (argument.equals("limit")) {
            String wanted = "a non-negative 32-bit integer";
            return kind(WHOLE, wanted, "Int", input, path)
                    .or(() -> bounds(input, INT_BITS, path))
                    .or(() -> new BigDecimal(text(input)).signum() < 0
                            ? Optional.of(GraphqlError.invalid(Mismatch.of(wanted, "Int", input), path))
                            : Optional.empty());
        }
        String wanted = "a 32-bit integer, or a 64-bit integer represented as a string";
        return kind(WHOLE_OR_STRING, wanted, "Int", input, path)
                .or(() -> Numbers.isNumber(text(input))
                        ? bounds(input, LONG_BITS, path)
                        : Optional.of(GraphqlError.invalid(Mismatch.of(wanted, "Int", input), path)));
    }

    private static Optional<GraphqlError> bounds(Input input, int bits, String path) {
        BigDecimal number = new BigDecimal(text(input));
        return Numbers.isWhole(number, bits)
                ? Optional.empty()
                : Optional.of(GraphqlError.unreadable(
                        "The value %s lies outside the bounds or is not an integer. Maybe it is a float, or is there integer overflow?"
                                .formatted(Numbers.scientific(number)),
                        path));
    }

    private static Optional<GraphqlError> kind(
            Set<InputKind> accepted, String wanted, String type, Input input, String path) {
        return input instanceof Input.Scalar scalar && accepted.contains(scalar.kind())
                ? Optional.empty()
                : Optional.of(GraphqlError.invalid(Mismatch.of(wanted, type, input), path));
    }

    private static String text(Input input) {
        return ((Input.Scalar) input).text();
    }
}
