package io.outputport.sandbox.hasura.graphql.read;

import io.outputport.sandbox.hasura.graphql.error.GraphqlError;
import io.outputport.sandbox.hasura.graphql.read.Input.Kind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What GraphQL's own scalars accept. Others, such as {@code bigint}, are left to the database. */
final class ScalarRules {
    private static final Set<Kind> NUMBERS = EnumSet.of(Kind.INTEGER, Kind.FLOAT, Kind.NUMBER);
    private static final Set<Kind> STRINGS = EnumSet.of(Kind.STRING, Kind.JSON_STRING);
    private static final BigInteger HIGHEST = BigInteger.valueOf(Integer.MAX_VALUE);
    private static final BigInteger LOWEST = BigInteger.valueOf(Integer.MIN_VALUE);

    private ScalarRules() {}

    static Optional<GraphqlError> check(String type, Input input, String path) {
        return switch (type) {
            case "Int" -> integer(input, path);
            case "Float" -> kind(NUMBERS, "a float", type, input, path);
            case "Boolean" -> kind(EnumSet.of(Kind.BOOLEAN), "a boolean", type, input, path);
            case "String" -> kind(STRINGS, "a string", type, input, path);
            default -> Optional.empty();
        };
    }

    /** For {@code limit} and {@code offset}. */
    static Optional<GraphqlError> checkNonNegative(Input input, String path) {
        boolean fine = input instanceof Input.Scalar scalar
                && (scalar.kind() == Kind.INTEGER || scalar.kind() == Kind.NUMBER)
                && isInt(scalar.text())
                && new BigDecimal(scalar.text()).signum() >= 0;
        return fine
                ? Optional.empty()
                : Optional.of(GraphqlError.invalid(Mismatch.of("a non-negative 32-bit integer", "Int", input), path));
    }

    private static Optional<GraphqlError> integer(Input input, String path) {
        if (!(input instanceof Input.Scalar scalar)
                || !NUMBERS.contains(scalar.kind())
                || scalar.kind() == Kind.FLOAT) {
            return Optional.of(GraphqlError.invalid(Mismatch.of("a 32-bit integer", "Int", input), path));
        }
        return isInt(scalar.text())
                ? Optional.empty()
                : Optional.of(GraphqlError.unreadable(
                        "The value %s lies outside the bounds or is not an integer. Maybe it is a float, or is there integer overflow?"
                                .formatted(scalar.text()),
                        path));
    }

    private static Optional<GraphqlError> kind(
            Set<Kind> accepted, String wanted, String type, Input input, String path) {
        return input instanceof Input.Scalar scalar && accepted.contains(scalar.kind())
                ? Optional.empty()
                : Optional.of(GraphqlError.invalid(Mismatch.of(wanted, type, input), path));
    }

    private static boolean isInt(String text) {
        BigDecimal number = new BigDecimal(text);
        // A huge exponent must not be written out digit by digit.
        if (number.precision() - number.scale() > 10
                || number.stripTrailingZeros().scale() > 0) {
            return false;
        }
        BigInteger integer = number.toBigInteger();
        return integer.compareTo(LOWEST) >= 0 && integer.compareTo(HIGHEST) <= 0;
    }
}
