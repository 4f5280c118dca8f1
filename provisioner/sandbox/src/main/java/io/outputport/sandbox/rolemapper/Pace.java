package io.outputport.sandbox.rolemapper;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.engine.http.Pause;
import io.outputport.engine.http.Reply;
import io.outputport.engine.http.Request;

/**
 * How fast the role mapper is. The real one opens a session that reads Hasura's whole schema for each call, and sends
 * one mutation for each row; whether the caller still waits is nothing that it looks at.
 */
final class Pace {
    private static final String PER_CALL = "millisPerCall";
    private static final String PER_ROW = "millisPerRow";

    private final Pause pause;
    private volatile Knobs knobs = new Knobs(0, 0);

    Pace(Pause pause) {
        this.pause = pause;
    }

    /** What one call costs before its first statement. */
    void call() {
        waitFor(knobs.millisPerCall());
    }

    /** What one statement costs; it takes effect after it. */
    void row() {
        waitFor(knobs.millisPerRow());
    }

    Reply settings() {
        return Reply.json(200, knobs.toJson());
    }

    /** {@code POST /sandbox/settings} */
    Reply change(Request request) {
        JsonNode change = request.json().orElse(JsonNodeFactory.instance.nullNode());
        if (!fits(change)) {
            return Reply.json(
                    400,
                    JsonNodeFactory.instance
                            .objectNode()
                            .put(
                                    "error",
                                    "expected a JSON object of settings, " + knobs.toJson() + " being all of them"));
        }
        knobs = knobs.with(change);
        return settings();
    }

    private static boolean fits(JsonNode change) {
        return change.isObject()
                && change.properties().stream()
                        .allMatch(entry -> (entry.getKey().equals(PER_CALL)
                                        || entry.getKey().equals(PER_ROW))
                                && entry.getValue().isIntegralNumber()
                                && entry.getValue().asLong() >= 0);
    }

    private void waitFor(long millis) {
        if (millis > 0) {
            pause.millis(millis);
        }
    }

    private record Knobs(long millisPerCall, long millisPerRow) {
        Knobs with(JsonNode change) {
            return new Knobs(
                    change.path(PER_CALL).asLong(millisPerCall),
                    change.path(PER_ROW).asLong(millisPerRow));
        }

        ObjectNode toJson() {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put(PER_CALL, millisPerCall)
                    .put(PER_ROW, millisPerRow);
        }
    }
}
