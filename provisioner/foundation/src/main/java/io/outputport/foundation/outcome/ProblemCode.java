package io.outputport.foundation.outcome;

/**
 * The stable name of a kind of problem, in lower case with hyphens, for example {@code descriptor-duplicate-key}.
 * Documented in {@code docs/problems.md}; the constants stand beside the code that finds the problem.
 */
public record ProblemCode(String id) {
    /** Somebody asked for the work to be stopped; here, since every layer may be the one that stops. */
    public static final ProblemCode TERMINATED = new ProblemCode("task-terminated");

    /**
     * Nothing failed, it is only not its turn yet: with {@link Outcome.Later}, neither an attempt nor time is counted. Here,
     * since the one that waits and the queue do not know each other.
     */
    public static final ProblemCode WAITING = new ProblemCode("task-waiting");

    public ProblemCode {
        if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("not a problem code: " + id);
        }
    }

    @Override
    public String toString() {
        return id;
    }
}
