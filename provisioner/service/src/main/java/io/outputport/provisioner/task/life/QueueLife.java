package io.outputport.provisioner.task.life;

import java.util.Optional;

/** Whether this process can ever take work in again, for those who would else start another. */
@FunctionalInterface
public interface QueueLife {
    /** Empty when it can, and asks nobody; else one sentence. */
    Optional<String> whyNotAlive();
}
