package io.outputport.foundation.transport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** What came of a call. */
public sealed interface Reply {
    /** When a call is tried again that nobody has named a time for. */
    Duration SOON = Duration.ofSeconds(5);

    /** One branch per case, so that a new case breaks the compile of everybody who has to think of it. */
    default <R> R match(Function<? super Answer, ? extends R> answer, Function<? super Silence, ? extends R> silence) {
        return this instanceof Answer it ? answer.apply(it) : silence.apply((Silence) this);
    }

    /**
     * Any answer, whatever its status.
     *
     * @param tag the version of what was asked for (ETag), as a condition of a later call wants it
     */
    record Answer(int status, Pieces pieces, Optional<Duration> retryAfter, Optional<String> tag) implements Reply {
        private static final ObjectMapper JSON = new ObjectMapper();
        private static final int TIMED_OUT = 408;
        private static final int TOO_MANY = 429;
        private static final int FAILING = 500;

        public Answer(int status, byte[] body, Optional<Duration> retryAfter) {
            this(status, Pieces.of(body), retryAfter, Optional.empty());
        }

        /** As a whole, for one that is short. */
        public byte[] body() {
            return pieces.bytes(0, pieces.length());
        }

        public boolean isOk() {
            return status >= 200 && status < 300;
        }

        /** Whether a refusal is one for now: who answers is busy, or fails. */
        public boolean isForNow() {
            return status == TIMED_OUT || status == TOO_MANY || status >= FAILING;
        }

        /** The call is tried again, when the answer says. */
        public <T> Outcome<T> again(Problem problem) {
            return Outcome.later(retryAfter.orElse(SOON), problem);
        }

        /** Empty when the body is not JSON, for example a proxy's HTML page. */
        public Optional<JsonNode> json() {
            try {
                return Optional.ofNullable(JSON.readTree(pieces.stream())).filter(tree -> !tree.isMissingNode());
            } catch (IOException notJson) {
                return Optional.empty();
            }
        }
    }

    /**
     * No answer.
     *
     * @param sent whether the request may have reached the other side, and so may have taken effect
     * @param timedOut whether the other side may still be working on it
     * @param lasting whether asking again is no use before somebody has changed a setting or a certificate
     * @param sentence why, as an ending of "… could not be reached: "
     */
    record Silence(boolean sent, boolean timedOut, boolean lasting, String sentence) implements Reply {
        /** One that may pass. */
        public Silence(boolean sent, boolean timedOut, String sentence) {
            this(sent, timedOut, false, sentence);
        }

        /** The call is tried again, where that is of any use. */
        public <T> Outcome<T> again(Problem problem) {
            return lasting ? Outcome.stopped(problem) : Outcome.later(SOON, problem);
        }

        static Silence lasting(String sentence) {
            return new Silence(false, false, true, sentence);
        }
    }
}
