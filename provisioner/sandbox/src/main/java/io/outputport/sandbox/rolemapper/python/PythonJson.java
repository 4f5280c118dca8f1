package io.outputport.sandbox.rolemapper.python;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads JSON as Python's own module does, which the role mapper leaves it to: the same leniency ({@code NaN}, lone halves
 * of a pair), and for the same mistake the same words at the same place.
 */
public final class PythonJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern NUMBER = Pattern.compile("(-?(?:0|[1-9][0-9]*))(\\.[0-9]+)?([eE][-+]?[0-9]+)?");
    /** Where Python's recursion ends. */
    private static final int DEEPEST = 990;

    private final String text;
    private int at;

    private PythonJson(String text) {
        this.text = text;
    }

    /** What Python says of a text that is no JSON; {@code at} counts the characters of Java. */
    public static final class Mistake extends Exception {
        private static final long serialVersionUID = 1L;
        private final String words;
        private final int at;

        Mistake(String words, int at) {
            super(words);
            this.words = words;
            this.at = at;
        }

        public String words() {
            return words;
        }

        public int at() {
            return at;
        }
    }

    /** It is nested deeper than Python can follow. */
    public static final class TooDeep extends Exception {
        private static final long serialVersionUID = 1L;
    }

    public static JsonNode read(String text) throws Mistake, TooDeep {
        PythonJson reader = new PythonJson(text);
        reader.skipSpace();
        JsonNode value = reader.value(0);
        reader.skipSpace();
        if (reader.at != text.length()) {
            throw new Mistake("Extra data", reader.at);
        }
        return value;
    }

    private JsonNode value(int depth) throws Mistake, TooDeep {
        if (depth > DEEPEST) {
            throw new TooDeep();
        }
        return switch (peek()) {
            case '"' -> JSON.textNode(string());
            case '{' -> object(depth);
            case '[' -> array(depth);
            case 'n' -> word("null", JSON.nullNode());
            case 't' -> word("true", JSON.booleanNode(true));
            case 'f' -> word("false", JSON.booleanNode(false));
            case 'N' -> word("NaN", JSON.numberNode(Double.NaN));
            case 'I' -> word("Infinity", JSON.numberNode(Double.POSITIVE_INFINITY));
            default ->
                text.startsWith("-I", at) ? word("-Infinity", JSON.numberNode(Double.NEGATIVE_INFINITY)) : number();
        };
    }

    private JsonNode word(String word, JsonNode value) throws Mistake {
        if (!text.startsWith(word, at)) {
            throw new Mistake("Expecting value", at);
        }
        at += word.length();
        return value;
    }

    private JsonNode number() throws Mistake {
        Matcher number = NUMBER.matcher(text).region(at, text.length());
        if (!number.lookingAt()) {
            throw new Mistake("Expecting value", at);
        }
        at = number.end();
        boolean whole = number.group(2) == null && number.group(3) == null;
        return whole
                ? JSON.numberNode(new BigInteger(number.group()))
                : JSON.numberNode(Double.parseDouble(number.group()));
    }

    private JsonNode object(int depth) throws Mistake, TooDeep {
        ObjectNode object = JSON.objectNode();
        step();
        boolean more = peek() != '}';
        while (more) {
            if (peek() != '"') {
                throw new Mistake("Expecting property name enclosed in double quotes", at);
            }
            String key = string();
            skipSpace();
            expect(':', "Expecting ':' delimiter");
            object.set(key, value(depth + 1));
            more = continues('}');
        }
        at++;
        return object;
    }

    private JsonNode array(int depth) throws Mistake, TooDeep {
        ArrayNode array = JSON.arrayNode();
        step();
        boolean more = peek() != ']';
        while (more) {
            array.add(value(depth + 1));
            more = continues(']');
        }
        at++;
        return array;
    }

    /** Whether another element follows; if not, the reader stands before the end of them. */
    private boolean continues(char end) throws Mistake {
        skipSpace();
        if (peek() == end) {
            return false;
        }
        expect(',', "Expecting ',' delimiter");
        return true;
    }

    private void expect(char wanted, String otherwise) throws Mistake {
        if (peek() != wanted) {
            throw new Mistake(otherwise, at);
        }
        step();
    }

    private String string() throws Mistake {
        int begin = at++;
        StringBuilder read = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            char next = text.charAt(at);
            if (next < ' ') {
                throw new Mistake("Invalid control character at", at);
            }
            at++;
            read.append(next == '\\' ? escaped(begin) : next);
        }
        if (at >= text.length()) {
            throw new Mistake("Unterminated string starting at", begin);
        }
        at++;
        return read.toString();
    }

    private char escaped(int begin) throws Mistake {
        if (at >= text.length()) {
            throw new Mistake("Unterminated string starting at", begin);
        }
        char sign = text.charAt(at++);
        return switch (sign) {
            case '"', '\\', '/' -> sign;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw new Mistake("Invalid \\escape", at - 2);
        };
    }

    private char unicode() throws Mistake {
        int end = at + 4;
        if (end >= text.length() || !text.substring(at, end).matches("[0-9a-fA-F]{4}")) {
            throw new Mistake("Invalid \\uXXXX escape", at - 1);
        }
        char unit = (char) Integer.parseInt(text.substring(at, end), 16);
        at = end;
        return unit;
    }

    private void step() {
        at++;
        skipSpace();
    }

    private void skipSpace() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    /** The next character, or one that nothing begins with. */
    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }
}
