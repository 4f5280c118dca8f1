package io.outputport.sharing.recipient;

import java.util.Locale;
import java.util.Optional;

/** What every database keeps as it is: PostgreSQL takes neither NUL nor half a character. */
public final class StoredText {
    private StoredText() {}

    /** One sentence that says what is wrong; empty for a text that can be kept. */
    public static Optional<String> refusal(String text) {
        return text.codePoints()
                .filter(character -> character == 0 || Character.getType(character) == Character.SURROGATE)
                .mapToObj(character -> "It must not hold U+%04X.".formatted(character))
                .findFirst();
    }

    /** The longer one of a name and of what it is found by: some letters become two in lower case. */
    public static int length(String name) {
        return Math.max(name.length(), name.toLowerCase(Locale.ROOT).length());
    }
}
