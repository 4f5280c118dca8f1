package io.outputport.sharing.recipient;

import java.util.Optional;
import java.util.UUID;

/**
 * Who may be given shares to read.
 *
 * @param version goes up with every change of it
 */
public record Recipient(UUID id, String name, RecipientKind kind, RecipientTerms terms, long version) {
    private static final int LONGEST_NAME = 255;

    /** One sentence that says what is wrong; empty for a name that can be used. */
    public static Optional<String> refusal(String name) {
        if (name.isEmpty() || StoredText.length(name) > LONGEST_NAME) {
            return Optional.of("The name of a recipient has 1 to " + LONGEST_NAME + " characters.");
        }
        return name.codePoints()
                .filter(character -> Character.isWhitespace(character)
                        || Character.isISOControl(character)
                        || Character.getType(character) == Character.FORMAT
                        || Character.getType(character) == Character.SURROGATE
                        || character == '/')
                .mapToObj(character -> "The name of a recipient must not hold U+%04X.".formatted(character))
                .findFirst();
    }
}
