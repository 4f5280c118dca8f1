package io.outputport.provisioner.hasura.wave.write;

import io.outputport.provisioner.hasura.metadata.HasuraClient;
import io.outputport.provisioner.hasura.metadata.Pause;
import io.outputport.provisioner.hasura.metadata.document.MetadataDocument;
import io.outputport.provisioner.hasura.plan.entry.ActualMetadata;
import java.time.Duration;

/** Waits for the end of a build whose answer got lost: Hasura goes on with it, whether or not somebody listens. */
public final class BuildWatch {
    private static final Duration FIRST_POLL = Duration.ofSeconds(1);
    private static final Duration LONGEST_POLL = Duration.ofSeconds(5);
    /** For a connection that broke, or a proxy that has lost Hasura: most likely nothing is being built. */
    private static final Duration SHORT = Duration.ofSeconds(5);

    private final HasuraClient hasura;
    private final Duration writeTimeout;
    private final Pause pause;

    public BuildWatch(HasuraClient hasura, Duration writeTimeout, Pause pause) {
        this.hasura = hasura;
        this.writeTimeout = writeTimeout;
        this.pause = pause;
    }

    /**
     * Whatever shows then, the next attempt starts from it; and when it sends the same again, it does so with the same
     * version, so that at most one of the two can win.
     *
     * @param version of the document that was sent
     * @param mayBuild whether Hasura, or a proxy before it, was only too slow
     * @return whether Hasura holds another version by now
     */
    boolean awaitEnd(long version, boolean mayBuild) {
        Duration patience = mayBuild || writeTimeout.compareTo(SHORT) < 0 ? writeTimeout : SHORT;
        Duration poll = FIRST_POLL;
        for (Duration waited = Duration.ZERO; waited.compareTo(patience) < 0; waited = waited.plus(poll)) {
            boolean moved = hasura.export()
                    .map(MetadataDocument::actual)
                    .map(ActualMetadata::resourceVersion)
                    .match(seen -> seen != version, (after, why) -> false, why -> true);
            if (moved) {
                return true;
            }
            if (!pause.of(poll)) {
                return false;
            }
            poll = poll.multipliedBy(2).compareTo(LONGEST_POLL) < 0 ? poll.multipliedBy(2) : LONGEST_POLL;
        }
        return false;
    }
}
