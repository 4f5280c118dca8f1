package io.outputport.sharing.share;

import java.util.Locale;
import java.util.Optional;

/** What names may hold, as the protocol has it. They are compared without regard to case. */
public enum NameRule {
    SHARE("share", true),
    SCHEMA("schema", false),
    TABLE("table", false);

    private static final int LONGEST = 255;

    private final String thing;
    private final boolean dots;

    NameRule(String thing, boolean dots) {
        this.thing = thing;
        this.dots = dots;
    }

    /** One sentence that says what is wrong; empty for a name that can be used. */
    public Optional<String> refusal(String name) {
        if (name.isEmpty()) {
            return Optional.of("The name of the " + thing + " is empty.");
        }
        if (name.length() > LONGEST) {
            return Optional.of("The name of the " + thing + " has " + name.length() + " characters, but at most "
                    + LONGEST + " are allowed.");
        }
        return name.codePoints()
                .filter(this::isForbidden)
                .mapToObj(character -> "The name of the " + thing + " holds " + Character.getName(character)
                        + ", which no name of the protocol may hold.")
                .findFirst();
    }

    private boolean isForbidden(int character) {
        return character <= ' ' || character == 0x7f || character == '/' || (!dots && character == '.');
    }

    /** By which two names are the same. */
    public static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
