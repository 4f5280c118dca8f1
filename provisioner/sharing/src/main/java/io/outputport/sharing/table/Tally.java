package io.outputport.sharing.table;

/** How much a version holds. */
public record Tally(long files, long bytes) {}
