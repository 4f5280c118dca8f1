package io.outputport.foundation.text;

/** A text of a descriptor as a message may repeat it: short, in quotes, and without characters that play tricks. */
public final class Excerpt {
    private static final int LONGEST = 100;

    private Excerpt() {}

    /** For example {@code "my-port"}; at most 100 characters, the rest is an ellipsis. */
    public static String quoted(String text) {
        return '"' + plain(text) + '"';
    }

    /** The same without the quotes. */
    public static String plain(String text) {
        return isShortAscii(text) ? text : shown(text);
    }

    /** Names of fields nearly always are, and each step of a path asks here. */
    private static boolean isShortAscii(String text) {
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character < ' ' || character > '~') {
                return false;
            }
        }
        return text.length() <= LONGEST;
    }

    private static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        int at = 0;
        for (int count = 0; at < text.length() && count < LONGEST; count++) {
            int character = text.codePointAt(at);
            shown.append(visible(character));
            at += Character.charCount(character);
        }
        return at < text.length() ? shown.append('…').toString() : shown.toString();
    }

    /** Whether a character moves the cursor, ends a line, turns the direction of writing or looks like a plain space. */
    private static boolean isInvisible(int character) {
        return switch (Character.getType(character)) {
            case Character.SPACE_SEPARATOR -> character != ' ';
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static String visible(int character) {
        return isInvisible(character) ? String.format("\\u%04X", character) : Character.toString(character);
    }
}
