package io.outputport.engine.graphql.read.input;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Numbers as Hasura's language counts and prints them. */
final class Numbers {
    private static final Pattern DIGITS = Pattern.compile("-?\\d{1,30}");
    /** No bound in use has more digits, so longer numbers need not be written out. */
    private static final int MOST_DIGITS = 20;

    private Numbers() {}

    static boolean isNumber(String text) {
        return DIGITS.matcher(text).matches();
    }

    static boolean isWhole(BigDecimal number, int bits) {
        boolean huge = (long) number.precision() - number.scale() > MOST_DIGITS;
        boolean tiny = number.signum() != 0 && number.stripTrailingZeros().scale() > 0;
        return !huge && !tiny && number.toBigInteger().bitLength() < bits;
    }

    /** Between a tenth and ten million as a decimal, all others with an exponent: {@code 1.5}, {@code 3.0e9}. */
    static String scientific(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        long exponent = (long) plain.precision() - plain.scale() - 1;
        if (plain.signum() == 0 || (exponent >= -1 && exponent < 7)) {
            return plain.scale() > 0 ? plain.toPlainString() : plain.setScale(1).toPlainString();
        }
        String digits = plain.unscaledValue().abs().toString();
        String rest = digits.length() > 1 ? digits.substring(1) : "0";
        return (plain.signum() < 0 ? "-" : "") + digits.charAt(0) + "." + rest + "e" + exponent;
    }
}
