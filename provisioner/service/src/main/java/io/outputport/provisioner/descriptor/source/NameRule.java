package io.outputport.provisioner.descriptor.source;

import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Which names of database objects a technology lets through. A descriptor's name ends in SQL parameters, URLs, JSON and
 * templates, so what could break out of any of them is refused for every technology.
 */
public final class NameRule {
    private static final String BREAKS_OUT = "{}\"'`\\";

    private final String technology;
    private final int limit;
    private final IntPredicate allowed;

    /**
     * @param technology in words, for example {@code PostgreSQL}
     * @param limit the longest name, in bytes of UTF-8
     * @param allowed what else the technology lets through, by code point
     */
    public NameRule(String technology, int limit, IntPredicate allowed) {
        this.technology = technology;
        this.limit = limit;
        this.allowed = allowed;
    }

    /** What is wrong with the name, as the rest of a sentence that begins with the field; the name is not repeated. */
    public Optional<String> complaint(String name) {
        if (name.isBlank()) {
            return Optional.of("is empty");
        }
        int bytes = name.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
        if (bytes > limit) {
            return Optional.of(
                    "is " + bytes + " bytes long, but a name in " + technology + " has at most " + limit + " bytes");
        }
        return name.codePoints()
                .filter(character -> !passes(character))
                .mapToObj(character -> "contains " + spoken(character) + ", which a name may not contain")
                .findFirst();
    }

    private boolean passes(int character) {
        return BREAKS_OUT.indexOf(character) < 0 && !isInvisible(character) && allowed.test(character);
    }

    private static boolean isInvisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    private static String spoken(int character) {
        String number = String.format("U+%04X", character);
        return isInvisible(character)
                ? "the invisible character " + number
                : "the character " + Character.toString(character) + " (" + number + ")";
    }
}
