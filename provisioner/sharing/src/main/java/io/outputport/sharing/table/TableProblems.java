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
    public static final ProblemCode BUSY = new ProblemCode("tables-busy");
    public static final ProblemCode VERSION = new ProblemCode("table-version");

    private TableProblems() {}

    public static Problem gone() {
        return Problem.of(GONE, "The table is not there.", "Its provider knows where it went.");
    }

    /** @param what is wrong with it, without a full stop */
    public static Problem unreadable(String what) {
        return Problem.of(UNREADABLE, "The table cannot be read: " + what + ".", "Its provider can mend it.");
    }

    /** Such a log reads like another one, mostly like one that was never longer. */
    public static Problem changed() {
        return unreadable("its log was changed while it was read");
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

    public static Problem busy() {
        return Problem.of(BUSY, "Too many tables are read for the first time just now.", "Try again a little later.");
    }

    public static Problem laterVersion(long wanted, long newest) {
        return Problem.of(
                VERSION,
                "The table has no version " + wanted + " yet.",
                "Its newest one is " + newest + "; leave the version out to get that.");
    }

    public static Problem lostVersion(long wanted) {
        return Problem.of(
                VERSION,
                "Version " + wanted + " of the table cannot be read any more: its log was cleaned up.",
                "Ask for a later one.");
    }

    /** @param when such as "before its first version" */
    public static Problem noVersionThen(String when) {
        return Problem.of(VERSION, "The time is " + when + " of the table.", "Ask for another, or for a version.");
    }
}
