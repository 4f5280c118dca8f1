package io.outputport.provisioner.measure;

/** What this process remembers of its own meters, so that nobody needs another server to look at a day. */
@FunctionalInterface
public interface LastDay {
    DayFigures figures();
}
