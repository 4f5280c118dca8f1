package io.outputport.sharing.line;

import java.time.Instant;
import java.util.Optional;

/**
 * The last line of an answer, for clients that asked for one: without it they know that the answer was cut off.
 *
 * @param refreshToken for fresh addresses of the same files
 * @param nextPageToken for the files that come next
 * @param firstToExpire of the addresses; empty where the answer holds none
 */
public record EndLine(Optional<String> refreshToken, Optional<String> nextPageToken, Optional<Instant> firstToExpire) {
    public byte[] json() {
        return JsonLine.of(json -> {
            json.writeObjectFieldStart("endStreamAction");
            json.writeOptional("refreshToken", refreshToken);
            json.writeOptional("nextPageToken", nextPageToken);
            if (firstToExpire.isPresent()) {
                json.writeNumberField(
                        "minUrlExpirationTimestamp", firstToExpire.get().toEpochMilli());
            }
            json.writeEndObject();
        });
    }

    public static byte[] failed(String message) {
        return JsonLine.of(json -> {
            json.writeObjectFieldStart("endStreamAction");
            json.writeStringField("errorMessage", message);
            json.writeEndObject();
        });
    }
}
