package io.outputport.engine.graphql.error;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The one error of a refused request; Hasura stops at the first.
 *
 * @param path where it is, in field names, for example {@code $.selectionSet.author.args.where}
 * @param code one of Hasura's codes, for example {@code validation-failed}
 */
public record GraphqlError(String message, String path, String code) {
    public static final String ROOT = "$";

    public static GraphqlError invalid(String message, String path) {
        return new GraphqlError(message, path, "validation-failed");
    }

    /** The value that cannot be what the scalar holds, for example a number beyond 32 bits. */
    public static GraphqlError unreadable(String message, String path) {
        return new GraphqlError(message, path, "parse-failed");
    }

    /** Of several that are missing Hasura names the first that it needs. */
    public static GraphqlError missingSessionVariable(String name) {
        return new GraphqlError("missing session variable: \"" + name + '"', ROOT, "not-found");
    }

    /** The answer to send: {@code {"errors":[{"extensions":{"path","code"},"message"}]}}. */
    public ObjectNode toAnswer() {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ObjectNode error = answer.putArray("errors").addObject();
        error.putObject("extensions").put("path", path).put("code", code);
        error.put("message", message);
        return answer;
    }
}
