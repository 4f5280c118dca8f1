package io.outputport.provisioner.task;

/** What came of the wish to stop a task. */
public enum Termination {
    /** It ends at the next safe point, or has just ended because it had not begun. */
    BEGUN,
    /** It had ended before. */
    TOO_LATE,
    UNKNOWN
}
