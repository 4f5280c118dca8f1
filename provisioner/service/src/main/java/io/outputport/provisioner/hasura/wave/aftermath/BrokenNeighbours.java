package io.outputport.provisioner.hasura.wave.aftermath;

import io.outputport.provisioner.hasura.metadata.HasuraClient;
import io.outputport.provisioner.hasura.metadata.Inconsistency;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sources of others that were consistent before a write of ours and are not after it: every replace has Hasura look at
 * every source, and a database that does not answer at that moment drops out. They are reloaded by name until they are
 * back, since Hasura does not try again by itself. A database that hangs makes a reload last as long as a write may, so
 * reloads are made beside the waves, one at a time.
 */
public final class BrokenNeighbours {
    private static final Logger LOG = LoggerFactory.getLogger(BrokenNeighbours.class);
    private static final Duration BETWEEN = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    /** A wave waits no longer than that to tell its ports whether a source is back already. */
    private static final Duration WORTH_A_WAIT = Duration.ofSeconds(5);

    private final HasuraClient hasura;
    private final InstantSource clock;
    private final Executor beside;
    private final Map<String, Instant> since = new ConcurrentHashMap<>();
    private volatile Instant lastTry = Instant.MIN;
    private CompletableFuture<Void> reload = CompletableFuture.completedFuture(null);

    /** @param beside carries reloads out, one after the other */
    public BrokenNeighbours(HasuraClient hasura, InstantSource clock, Executor beside) {
        this.hasura = hasura;
        this.beside = beside;
        this.clock = clock;
    }

    /** Used by the writer's thread only, as {@link #mend}.
     *
     * @return a sentence for the log of each task whose write it was */
    public List<String> found(Set<String> sources) {
        if (sources.isEmpty()) {
            return List.of();
        }
        sources.forEach(source -> since.putIfAbsent(source, clock.instant()));
        awaitShortly(begin());
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
    public void mend() {
        if (!since.isEmpty() && !clock.instant().isBefore(lastTry.plus(BETWEEN))) {
            begin();
        }
    }

    private CompletableFuture<Void> begin() {
        if (reload.isDone()) {
            reload = CompletableFuture.runAsync(this::reload, beside);
        }
        return reload;
    }

    private static void awaitShortly(CompletableFuture<Void> reload) {
        try {
            reload.get(WORTH_A_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException goesOn) {
            LOG.debug("A reload takes long; the wave does not wait for it.");
        } catch (ExecutionException bug) {
            LOG.error("A source of others could not be reloaded.", bug);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
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
