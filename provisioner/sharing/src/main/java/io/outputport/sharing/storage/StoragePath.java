package io.outputport.sharing.storage;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.foundation.outcome.Quote;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A place below a storage's root: names with slashes between them. It cannot name a place above or outside of the root, and
 * never the same place in two ways. Empty is the root itself.
 */
public record StoragePath(String value) implements Comparable<StoragePath> {
    public static final StoragePath ROOT = new StoragePath("");
    static final ProblemCode PATH = new ProblemCode("storage-path");

    private static final int LONGEST = 1_024;
    /** No file system keeps a longer one. */
    private static final int LONGEST_NAME = 255;

    /** Bytes that a {@code char} takes. */
    private static final int LONGEST_CHARACTER = 3;

    private static final int SHOWN = 100;

    public StoragePath {
        if (!refusal(value).isEmpty()) {
            throw new IllegalArgumentException("not a path below a root: " + Quote.of(value, SHOWN));
        }
    }

    /** What somebody wrote; a slash at the end is left out. */
    public static Outcome<StoragePath> parse(String text) {
        String path = text.endsWith("/") && text.length() > 1 ? text.substring(0, text.length() - 1) : text;
        String refusal = refusal(path);
        return refusal.isEmpty() ? Outcome.done(new StoragePath(path)) : Outcome.stopped(problem(text, refusal));
    }

    private static Problem problem(String text, String refusal) {
        return Problem.of(
                PATH,
                "The path \"" + Quote.of(text, SHOWN) + "\" " + refusal + ".",
                "Write the path below the storage's root, such as sales/orders.");
    }

    /** The place of a path that is written below this one. */
    public Outcome<StoragePath> below(String relative) {
        return relative.isEmpty() ? Outcome.stopped(problem(relative, "is empty")) : parse(joined(relative));
    }

    /** A name in this folder that is known to be one. */
    public StoragePath child(String name) {
        return new StoragePath(joined(name));
    }

    private String joined(String relative) {
        return value.isEmpty() ? relative : value + "/" + relative;
    }

    public StoragePath folder() {
        int last = value.lastIndexOf('/');
        return last < 0 ? ROOT : new StoragePath(value.substring(0, last));
    }

    public String name() {
        return value.substring(value.lastIndexOf('/') + 1);
    }

    /** The names on the way from the root; none for the root itself. */
    public List<String> names() {
        return value.isEmpty() ? List.of() : List.of(value.split("/"));
    }

    @Override
    public int compareTo(StoragePath other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    /** Why it is no path below a root; empty when it is one. */
    private static String refusal(String path) {
        if (path.isEmpty()) {
            return "";
        }
        if (path.length() > LONGEST) {
            return "is longer than " + LONGEST + " characters";
        }
        if (path.startsWith("/")) {
            return "begins with a slash";
        }
        // Each file of each answer comes by here, so that nothing is split or copied.
        int from = 0;
        for (int at = 0; at <= path.length(); at++) {
            char character = at < path.length() ? path.charAt(at) : '/';
            if (character == '\\' || Character.isISOControl(character)) {
                return "holds a backslash or a control character";
            }
            if (character == '/') {
                String refusal = refusal(path, from, at);
                if (!refusal.isEmpty()) {
                    return refusal;
                }
                from = at + 1;
            }
        }
        return "";
    }

    /** Of a name in a path. */
    private static String refusal(String path, int from, int to) {
        int length = to - from;
        boolean dots = length <= 2 && path.startsWith("..".substring(0, length), from);
        if (dots) {
            return "holds an empty name, . or ..";
        }
        boolean perhapsTooLong = length > LONGEST_NAME / LONGEST_CHARACTER;
        return perhapsTooLong && path.substring(from, to).getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME
                ? "holds a name longer than " + LONGEST_NAME + " bytes"
                : "";
    }
}
