package io.outputport.provisioner.flow.order;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Position;
import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.port.people.People;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Reads the refs of an access snapshot. */
public final class Refs {
    private static final int LONGEST = 255;
    private static final int LONGEST_QUOTE = 60;
    private static final int MOST_PROBLEMS = 100;

    private Refs() {}

    /** Stopped with the refs that are neither a user nor a group: with all of them, unless nobody would read so many. */
    public static Outcome<People> of(List<String> refs) {
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < refs.size() && problems.size() < MOST_PROBLEMS; i++) {
            if (!isRef(refs.get(i))) {
                problems.add(unknown(i, refs.get(i)));
            }
        }
        return problems.isEmpty() ? Outcome.done(people(refs)) : Outcome.stopped(problems);
    }

    public static boolean isRef(String ref) {
        return isRef(ref, People.USER) || isRef(ref, People.GROUP);
    }

    /** Of texts that are known to be refs. */
    public static People people(List<String> refs) {
        return People.of(refs);
    }

    private static boolean isRef(String ref, String prefix) {
        return ref.startsWith(prefix)
                && ref.length() > prefix.length()
                && ref.length() <= LONGEST
                && ref.chars().noneMatch(Character::isISOControl)
                && StandardCharsets.UTF_8.newEncoder().canEncode(ref);
    }

    private static Problem unknown(int index, String ref) {
        return new Problem(
                FlowProblems.REF_UNKNOWN,
                StandardCharsets.UTF_8.newEncoder().canEncode(ref)
                        ? "\"" + quoted(ref) + "\" is neither a user nor a group."
                        : "\"" + quoted(ref)
                                + "\" holds half of a character (a surrogate without its other half), which"
                                + " cannot be written, so it names nobody.",
                java.util.Optional.of("refs[" + index + "]"),
                java.util.Optional.<Position>empty(),
                java.util.Optional.of(
                        "Write " + People.USER + "<name> or " + People.GROUP + "<name>, at most 255 characters."));
    }

    private static String quoted(String ref) {
        String readable = ref.codePoints()
                .mapToObj(code -> Character.isISOControl(code) ? "?" : shown(code))
                .limit(LONGEST_QUOTE)
                .collect(Collectors.joining());
        return ref.codePointCount(0, ref.length()) > LONGEST_QUOTE ? readable + "…" : readable;
    }

    /** What cannot be written is shown by its code. */
    private static String shown(int code) {
        return Character.getType(code) == Character.SURROGATE ? "\\u%04x".formatted(code) : Character.toString(code);
    }
}
