package io.outputport.sharing.table;

import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;

/** Why a table cannot be read, in words that a recipient may see: no path, no address, nothing of an exception. */
public final class TableProblems {
    public static final ProblemCode GONE = new ProblemCode("table-gone");
    public static final ProblemCode UNREADABLE = new ProblemCode("table-unreadable");
    public static final ProblemCode UNSUPPORTED = new ProblemCode("table-unsupported");
    public static final ProblemCode STORAGE = new ProblemCode("storage-unknown");
    public static final ProblemCode AWAY = new ProblemCode("storage-away");

    private TableProblems() {}

    public static Problem gone() {
        return Problem.of(GONE, "The table is not there.", "Its provider knows where it went.");
    }

    /** @param what is wrong with it, without a full stop */
    public static Problem unreadable(String what) {
        return Problem.of(UNREADABLE, "The table cannot be read: " + what + ".", "Its provider can mend it.");
    }

    /** @param what it needs that is not served, without a full stop */
    public static Problem unsupported(String what) {
        return Problem.of(UNSUPPORTED, "The table " + what + ", which this server does not serve.");
    }

    public static Problem storage() {
        return Problem.of(
                STORAGE, "The table lies in a storage that this server does not have.", "Its provider can move it.");
    }

    public static Problem away() {
        return Problem.of(AWAY, "The table's storage does not answer.", "Try again a little later.");
    }
}
