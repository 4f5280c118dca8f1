package io.outputport.provisioner.task.life;

import java.util.Optional;

/** Whether the queue can take work in, for the health of the service. */
@FunctionalInterface
public interface QueueReadiness {
    /** Empty when it can; else one sentence. */
    Optional<String> whyNotReady();
}
