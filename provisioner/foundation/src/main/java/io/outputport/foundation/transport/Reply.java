package io.outputport.foundation.transport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** What came of a call. */
public sealed interface Reply {
    /**
     * Any answer, whatever its status.
     *
     * @param tag the version of what was asked for (ETag), as a condition of a later call wants it
     */
    record Answer(int status, Pieces pieces, Optional<Duration> retryAfter, Optional<String> tag) implements Reply {
        private static final ObjectMapper JSON = new ObjectMapper();

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

        static Silence lasting(String sentence) {
            return new Silence(false, false, true, sentence);
        }
    }
}
