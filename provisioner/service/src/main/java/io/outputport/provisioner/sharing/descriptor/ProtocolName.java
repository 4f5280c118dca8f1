package io.outputport.provisioner.sharing.descriptor;

import java.util.Locale;
import java.util.Optional;

/** What the names of shares, schemas and tables may hold, as the protocol of Delta Sharing has it. */
enum ProtocolName {
    SHARE("share", true),
    SCHEMA("schema", false),
    TABLE("table", false);

    private static final int LONGEST = 255;

    private final String thing;
    private final boolean dots;

    ProtocolName(String thing, boolean dots) {
        this.thing = thing;
        this.dots = dots;
    }

    /** What is wrong, as the end of a sentence that begins with the name; empty for a name that can be used. */
    Optional<String> refusal(String name) {
        if (name.length() > LONGEST) {
            return Optional.of(
                    "has " + name.length() + " characters, but the name of a " + thing + " has at most " + LONGEST);
        }
        return name.codePoints()
                .filter(character -> !isAllowed(character))
                .mapToObj(character -> "is no name of a " + thing + ": it holds " + called(character))
                .findFirst();
    }

    /** The same without what it must not hold; blanks, dots and slashes become underscores. */
    String legal(String name) {
        StringBuilder legal = new StringBuilder();
        name.strip()
                .codePoints()
                .filter(character -> isAllowed(character) || character == ' ' || character == '/' || character == '.')
                .map(character -> isAllowed(character) ? character : '_')
                .limit(LONGEST)
                .forEach(legal::appendCodePoint);
        return legal.toString();
    }

    /** Two names are the same whatever their letter case. */
    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private boolean isAllowed(int character) {
        return character > ' '
                && character != 0x7f
                && character != '/'
                && (dots || character != '.')
                && Character.getType(character) != Character.SURROGATE;
    }

    private static String called(int character) {
        return switch (character) {
            case ' ' -> "a blank";
            case '/' -> "a slash";
            case '.' -> "a dot";
            default -> "a control character";
        };
    }
}
