package io.outputport.sharing.protocol;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.sharing.protocol.refusal.Refusals;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What a query asks for. Hints say which rows a client can do without; it filters again itself, so that leaving all of them
 * out of account is right. Fields that are not known are left alone: some clients wrap theirs.
 */
record QueryBody(JsonNode fields) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LARGEST = 1 << 20;
    private static final int MOST_HINTS = 1_000;
    private static final List<String> VERSIONS = List.of("version", "timestamp", "startingVersion", "endingVersion");
    private static final List<String> TOKENS = List.of("pageToken", "refreshToken");

    static Outcome<QueryBody> read(Optional<byte[]> body) {
        byte[] bytes = body.orElseGet(() -> new byte[0]);
        if (bytes.length > LARGEST) {
            return malformed("The body has " + bytes.length + " bytes, but at most " + LARGEST + " are read.");
        }
        return tree(bytes).then(tree -> {
            if (!tree.isObject()) {
                return malformed("The body is no JSON object.");
            }
            QueryBody query = new QueryBody(tree);
            return query.wrong().<Outcome<QueryBody>>map(Outcome::stopped).orElseGet(() -> Outcome.done(query));
        });
    }

    private static Outcome<JsonNode> tree(byte[] bytes) {
        if (bytes.length == 0) {
            return Outcome.done(JsonNodeFactory.instance.objectNode());
        }
        try {
            return Outcome.done(JSON.readTree(bytes));
        } catch (JacksonException broken) {
            return malformed("The body is not JSON"
                    + Optional.ofNullable(broken.getLocation())
                            .map(at -> ": line " + at.getLineNr() + ", column " + at.getColumnNr())
                            .orElse("")
                    + ".");
        } catch (IOException impossible) {
            return malformed("The body is not JSON.");
        }
    }

    private Optional<Problem> wrong() {
        JsonNode hints = fields.path("predicateHints");
        if (!isAbsent(hints) && (!hints.isArray() || hints.size() > MOST_HINTS)) {
            return Optional.of(Refusals.parameter(
                    "predicateHints is no list of at most " + MOST_HINTS + " texts.",
                    "Leave it out, or write [\"column = 1\"]."));
        }
        JsonNode limit = fields.path("limitHint");
        if (!isAbsent(limit) && (!limit.canConvertToLong() || !limit.isIntegralNumber() || limit.longValue() < 0)) {
            return Optional.of(Refusals.parameter(
                    "limitHint is no whole number of rows.", "Leave it out, or write how many rows are enough."));
        }
        return TOKENS.stream()
                .filter(name -> !isAbsent(fields.path(name)))
                .findFirst()
                .map(name -> Refusals.parameter(
                        name + " is not one that this server gave.", "Ask again without it, from the start."));
    }

    /** The first field that asks for another version than the newest. */
    Optional<String> version() {
        return VERSIONS.stream().filter(name -> !isAbsent(fields.path(name))).findFirst();
    }

    private static boolean isAbsent(JsonNode field) {
        return field.isMissingNode() || field.isNull();
    }

    private static <T> Outcome<T> malformed(String message) {
        return Outcome.stopped(Problem.of(Refusals.BODY, message, "Send an object such as {} or {\"limitHint\": 10}."));
    }
}
