package io.outputport.foundation.outcome;

/** How much a line of a task's log matters; the names are those of the Tech Adapter API's {@code Log.level}. */
public enum Severity {
    DEBUG,
    INFO,
    WARNING,
    ERROR
}
