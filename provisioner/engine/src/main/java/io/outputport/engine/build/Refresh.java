package io.outputport.engine.build;

import java.util.Set;

/** Which sources a build looks into anew; the others are taken as they were found last. */
public record Refresh(boolean all, Set<String> sources) {
    public static final Refresh ALL = new Refresh(true, Set.of());
    public static final Refresh NONE = new Refresh(false, Set.of());

    public Refresh {
        sources = Set.copyOf(sources);
    }

    public static Refresh of(String source) {
        return new Refresh(false, Set.of(source));
    }

    boolean includes(String source) {
        return all || sources.contains(source);
    }
}
