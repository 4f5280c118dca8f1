package io.outputport.engine.refusal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * Hasura's error answer, thrown where it is found and turned into the answer at the edge of a request or of one element
 * of a batch. An operation is undone by it, as in Hasura, whose own code unwinds the same way.
 */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String path;
    private final transient Optional<JsonNode> internal;

    private Refused(int status, String code, String path, String message, Optional<JsonNode> internal) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.path = path;
        this.internal = internal;
    }

    /** Status 400, path {@code $.args} until another is given. */
    public static Refused badRequest(String code, String message) {
        return of(400, code, message);
    }

    /** Status 400 with code {@code parse-failed}. */
    public static Refused parse(String message) {
        return badRequest("parse-failed", message);
    }

    public static Refused of(int status, String code, String message) {
        return new Refused(status, code, "$.args", message, Optional.empty());
    }

    public Refused at(String otherPath) {
        return new Refused(status, code, otherPath, message(), internal);
    }

    /** The same error found while element {@code index} of a batch was run. */
    public Refused inElement(int index) {
        return path.startsWith("$.args") ? at("$.args[" + index + "]" + path.substring("$".length())) : this;
    }

    public Refused because(JsonNode reasons) {
        return new Refused(status, code, path, message(), Optional.of(reasons));
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String message() {
        return String.valueOf(getMessage());
    }

    public String path() {
        return path;
    }

    /** {@code {"path","error","code"}}, with {@code internal} where there is one. */
    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("path", path)
                .put("error", message())
                .put("code", code);
        internal.ifPresent(value -> json.set("internal", value));
        return json;
    }
}
