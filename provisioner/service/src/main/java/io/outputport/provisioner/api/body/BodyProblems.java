package io.outputport.provisioner.api.body;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.outputport.foundation.outcome.Position;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.foundation.text.Excerpt;
import io.outputport.foundation.text.Nearest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What can be wrong with a request body as a whole, in our own words: the parser's name its internals. */
public final class BodyProblems {
    private static final ProblemCode EMPTY = new ProblemCode("request-empty");
    private static final ProblemCode NOT_JSON = new ProblemCode("request-not-json");
    private static final ProblemCode ENCODING = new ProblemCode("request-encoding");
    private static final ProblemCode FRAMING = new ProblemCode("request-unreadable");
    private static final ProblemCode MISSING = new ProblemCode("request-field-missing");
    private static final String BODY = "body";
    private static final String CONTENT_ENCODING = "Content-Encoding";
    private static final String SEND_JSON = "Send one JSON object; the bodies are shown below /docs.";

    private BodyProblems() {}

    public static Problem empty() {
        return new Problem(
                EMPTY, "The request body is empty.", Optional.of(BODY), Optional.empty(), Optional.of(SEND_JSON));
    }

    /** @param unknown the fields that are there and mean nothing */
    static Problem missing(String prefix, String field, List<String> unknown) {
        String hint = Nearest.to(field, unknown)
                .map(near -> "There is " + Excerpt.quoted(near) + ": did you mean " + field + "?")
                .orElse("Add it; the bodies are shown below /docs.");
        return new Problem(
                MISSING,
                "The request body does not have this field.",
                Optional.of(prefix + field),
                Optional.empty(),
                Optional.of(hint));
    }

    static Problem notUtf8(Problem encoding) {
        return new Problem(
                encoding.code(), encoding.message(), Optional.of(BODY), encoding.position(), encoding.hint());
    }

    static Problem notAnObject(String kind) {
        return at(Optional.empty(), "The request body must be a JSON object, but is " + kind + ".");
    }

    static Problem more(Position where) {
        return at(Optional.of(where), "Something follows the end of the JSON object.");
    }

    static Problem notJson(IOException cause) {
        Optional<Position> where =
                cause instanceof JsonProcessingException json ? position(json.getLocation()) : Optional.empty();
        if (cause instanceof JsonEOFException) {
            return at(where, "The request body ends in the middle of its JSON.");
        }
        return cause instanceof StreamConstraintsException
                ? at(where, "The request body is nested too deeply, or holds a name or number that is too long.")
                : at(where, "The request body is not JSON.");
    }

    /** Of a body whose {@code Content-Encoding} promises what it is not. */
    public static Problem notDecompressed() {
        return new Problem(
                ENCODING,
                "The request body cannot be decompressed: it is not what its Content-Encoding says, or it is damaged.",
                Optional.of(CONTENT_ENCODING),
                Optional.empty(),
                Optional.of("Compress it again, or send it as it is and without that header."));
    }

    public static Problem unknownEncoding() {
        return new Problem(
                ENCODING,
                "The encoding of the request body is not known here.",
                Optional.of(CONTENT_ENCODING),
                Optional.empty(),
                Optional.of("Send it with gzip, with deflate, or as it is and without that header."));
    }

    public static Problem malformed() {
        return new Problem(
                FRAMING,
                "The request body is not framed as HTTP/1.1 says: the length of a chunk cannot be read.",
                Optional.of(BODY),
                Optional.empty(),
                Optional.of("Send it with a Content-Length, or in chunks that each begin with their length."));
    }

    /** Empty where the parser does not know. */
    static Optional<Position> position(JsonLocation location) {
        boolean known = location != null && location.getLineNr() > 0 && location.getColumnNr() > 0;
        return known ? Optional.of(new Position(location.getLineNr(), location.getColumnNr())) : Optional.empty();
    }

    private static Problem at(Optional<Position> where, String message) {
        return new Problem(NOT_JSON, message, Optional.of(BODY), where, Optional.of(SEND_JSON));
    }
}
