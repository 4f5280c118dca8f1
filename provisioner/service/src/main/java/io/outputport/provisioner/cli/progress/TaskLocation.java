package io.outputport.provisioner.cli.progress;

import java.net.URI;
import java.util.Optional;

/**
 * Where a task is carried out.
 *
 * @param server empty where the service was started for this command and ends with it
 */
public record TaskLocation(Optional<URI> server) {
    /** What becomes of a task that nobody waits for any longer, and how to see it again. */
    String afterLeaving(String token) {
        return server.map(url -> "The task goes on; look again with: status --follow --server " + url + " " + token)
                .orElse("Task " + token
                        + " is stored, and goes on as soon as a service with this task database runs, this command"
                        + " included.");
    }
}
