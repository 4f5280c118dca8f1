package io.outputport.foundation.outcome;

/**
 * The stable name of a kind of problem, in lower case with hyphens, for example {@code descriptor-duplicate-key}.
 * Documented in {@code docs/problems.md}; the constants stand beside the code that finds the problem.
 */
public record ProblemCode(String id) {
    /** Of {@link Outcome.Terminated}. */
    public static final ProblemCode TERMINATED = new ProblemCode("task-terminated");

    /** Of {@link Outcome.Waiting}. */
    static final ProblemCode WAITING = new ProblemCode("task-waiting");

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
