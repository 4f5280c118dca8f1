package io.outputport.sharing.line;

import java.time.Instant;

/** The last line of an answer, for clients that asked for one: without it they know that the answer was cut off. */
public final class EndLine {
    private EndLine() {}

    public static byte[] done(Instant firstToExpire) {
        return JsonLine.of(json -> {
            json.writeObjectFieldStart("endStreamAction");
            json.writeNumberField("minUrlExpirationTimestamp", firstToExpire.toEpochMilli());
            json.writeEndObject();
        });
    }

    /** Where the answer holds no address that could expire. */
    public static byte[] done() {
        return JsonLine.of(json -> {
            json.writeObjectFieldStart("endStreamAction");
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
