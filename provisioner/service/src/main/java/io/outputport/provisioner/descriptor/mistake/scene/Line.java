package io.outputport.provisioner.descriptor.mistake.scene;

import io.outputport.foundation.outcome.Position;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of YAML, looked at without a parser.
 *
 * @param number counted from 1
 */
public record Line(int number, String text) {
    private static final Pattern KEY = Pattern.compile("(\\s*(?:- +)*+)([A-Za-z_][\\w.-]*)(:(?=\\s|$).*)?");
    private static final Pattern ITEM = Pattern.compile("\\s*-(\\s.*|$)");

    /**
     * A field at the start of a line.
     *
     * @param column of its name, counted from 1
     * @param colon whether a colon follows that ends the name
     */
    public record Key(String name, int column, boolean colon) {}

    /** How many characters stand before the first that is no blank. */
    public int indent() {
        return text.length() - text.stripLeading().length();
    }

    public boolean isEmpty() {
        String bare = text.strip();
        return bare.isEmpty() || bare.startsWith("#");
    }

    /** Whether an item of a list begins in it. */
    public boolean isItem() {
        return ITEM.matcher(text).matches();
    }

    /** The name that it begins with, after the dashes of a list. */
    Optional<Key> name() {
        Matcher matcher = KEY.matcher(text);
        return matcher.lookingAt()
                ? Optional.of(new Key(matcher.group(2), matcher.end(1) + 1, matcher.group(3) != null))
                : Optional.empty();
    }

    /** The same, if it is a field. */
    public Optional<Key> key() {
        return name().filter(Key::colon);
    }

    /** Where what it says begins: after blanks, and after dashes. */
    public Position start() {
        return at(name().map(Key::column).orElse(indent() + 1));
    }

    public Position at(int column) {
        return new Position(number, column);
    }

    /** What stands from a column on, without blanks around it. */
    public String from(int column) {
        int start = text.offsetByCodePoints(0, Math.min(column - 1, text.codePointCount(0, text.length())));
        return text.substring(start).strip();
    }

    public int character(int column) {
        int[] characters = text.codePoints().toArray();
        return column >= 1 && column <= characters.length ? characters[column - 1] : ' ';
    }
}
