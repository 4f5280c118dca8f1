package io.outputport.sharing.share;

import io.outputport.sharing.recipient.StoredText;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What names may hold, as the protocol has it. They are compared without regard to case. */
public enum NameRule {
    SHARE("share", true),
    SCHEMA("schema", false),
    TABLE("table", false);

    /** What comes first in every list, whatever a database's collation says. */
    public static final Comparator<String> ORDER = Comparator.comparing(NameRule::key);

    private static final int LONGEST = 255;
    private static final Pattern UNSTORABLE = Pattern.compile("[\\x00\\p{Cs}]");

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
        int length = StoredText.length(name);
        if (length > LONGEST) {
            return Optional.of("The name of the " + thing + " has " + length + " characters, but at most " + LONGEST
                    + " are allowed.");
        }
        return name.codePoints()
                .filter(this::isForbidden)
                .mapToObj(character -> "The name of the " + thing + " holds " + called(character)
                        + ", which no name of the protocol may hold.")
                .findFirst();
    }

    private boolean isForbidden(int character) {
        return character <= ' '
                || character == 0x7f
                || Character.getType(character) == Character.SURROGATE
                || character == '/'
                || (!dots && character == '.');
    }

    private static String called(int character) {
        return Character.getType(character) == Character.SURROGATE ? "half a character" : Character.getName(character);
    }

    public static boolean isSame(String one, String other) {
        return key(one).equals(key(other));
    }

    /**
     * By which two names are the same. What no database can look for becomes a blank, which no name holds: it is not there,
     * rather than a failure.
     */
    public static String key(String name) {
        String key = name.toLowerCase(Locale.ROOT);
        return StoredText.refusal(key).isEmpty() ? key : UNSTORABLE.matcher(key).replaceAll(" ");
    }
}
