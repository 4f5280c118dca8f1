package io.outputport.provisioner.api;

import io.outputport.provisioner.outcome.Problem;
import java.util.Optional;

/** Why a request body could not be read, told from the reader's exception but in our own words. */
final class UnreadableBody {
    private UnreadableBody() {}

    static Optional<Problem> of(Optional<Throwable> cause) {
        cause.ifPresent(Throwable::printStackTrace);
        return Optional.empty();
    }
}
