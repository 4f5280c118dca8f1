package io.outputport.provisioner.hasura.wave.write;

import io.outputport.foundation.outcome.Problem;
import java.util.Optional;

/** How far one attempt to write a group of ports has come. */
sealed interface WriteResult {

    /** It is to be worked out again from what Hasura then holds. */
    record Again() implements WriteResult {}

    /** It is said to be written, or may be; now Hasura's metadata have to show it. */
    record Said() implements WriteResult {}

    /** Each has its verdict, or waits on. */
    record Over() implements WriteResult {}

    /** Hasura does not take the group as a whole. */
    record Refused(Problem why) implements WriteResult {}

    /** Whether nothing more is written for the group as it is. */
    default boolean isEnd() {
        return this instanceof Over || this instanceof Refused;
    }

    default boolean isLostRace() {
        return this instanceof Again;
    }

    default Optional<Problem> refusal() {
        return this instanceof Refused it ? Optional.of(it.why()) : Optional.empty();
    }
}
