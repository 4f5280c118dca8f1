package io.outputport.provisioner.remote.hasura;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sources of others that were consistent before a write of ours and are not after it: every replace has Hasura look at
 * every source, and a database that does not answer at that moment drops out. They are reloaded by name until they are
 * back, since Hasura does not try again by itself. Used by the writer's thread only.
 */
final class BrokenNeighbours {
    private static final Logger LOG = LoggerFactory.getLogger(BrokenNeighbours.class);
    private static final Duration BETWEEN = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final HasuraClient hasura;
    private final InstantSource clock;
    private final Map<String, Instant> since = new HashMap<>();
    private Instant lastTry = Instant.MIN;

    BrokenNeighbours(HasuraClient hasura, InstantSource clock) {
        this.hasura = hasura;
        this.clock = clock;
    }

    /** @return a sentence for the log of each task whose write it was */
    List<String> found(Set<String> sources) {
        if (sources.isEmpty()) {
            return List.of();
        }
        sources.forEach(source -> since.putIfAbsent(source, clock.instant()));
        reload();
        List<String> notes = new ArrayList<>();
        sources.stream().sorted().forEach(source -> notes.add(sentence(source)));
        notes.forEach(LOG::warn);
        return notes;
    }

    private String sentence(String source) {
        return "Source " + source + " of others was broken by the look that Hasura took at every source, and "
                + (since.containsKey(source)
                        ? "still is; it is reloaded until it is back."
                        : "works again after a reload.");
    }

    /** Goes on with what is still broken, from time to time. */
    void mend() {
        if (!since.isEmpty() && !clock.instant().isBefore(lastTry.plus(BETWEEN))) {
            reload();
        }
    }

    private void reload() {
        lastTry = clock.instant();
        List.copyOf(since.keySet()).forEach(hasura::reload);
        Optional<Set<String>> dead = hasura.inconsistentObjects()
                .map(objects -> new Inconsistency(objects).deadSources())
                .match(Optional::of, (after, problem) -> Optional.empty(), problems -> Optional.empty());
        dead.ifPresent(names -> since.keySet().retainAll(names));
        since.values().removeIf(start -> {
            boolean over = start.plus(PATIENCE).isBefore(lastTry);
            if (over) {
                LOG.warn("A source of others that broke with a write of ours is not back after {}.", PATIENCE);
            }
            return over;
        });
    }
}
