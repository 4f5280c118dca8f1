package io.outputport.provisioner.hasura.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.outputport.foundation.transport.Reply;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether the body of a 200 is Hasura's own answer to the operation that was asked. A login page, a cache or a proxy says
 * 200, too, and nothing was written then.
 */
public final class OwnAnswer {
    private static final String SUCCESS = "success";

    private OwnAnswer() {}

    /** Of {@code replace_metadata} with arguments of version 2; with those of version 1 it would be a message. */
    public static boolean toReplace(Reply.Answer answer) {
        return isReport(answer.json().orElseGet(MissingNode::getInstance));
    }

    /** Its last result tells what is inconsistent after it. */
    public static boolean toBulk(Reply.Answer answer, int commands) {
        JsonNode results = answer.json().orElseGet(MissingNode::getInstance);
        if (!results.isArray() || results.size() != commands + 1) {
            return false;
        }
        for (int command = 0; command < commands; command++) {
            if (!isSuccess(results.path(command))) {
                return false;
            }
        }
        return isReport(results.path(commands));
    }

    /** Which objects are inconsistent, and whether there are any. */
    static boolean isReport(JsonNode answer) {
        return answer.path("is_consistent").isBoolean()
                && answer.path("inconsistent_objects").isArray();
    }

    public static List<JsonNode> inconsistentObjects(JsonNode report) {
        List<JsonNode> objects = new ArrayList<>();
        report.path("inconsistent_objects").forEach(objects::add);
        return objects;
    }

    static boolean isSuccess(JsonNode answer) {
        return answer.path("message").asText().equals(SUCCESS);
    }

    /** What Hasura knows of a table: {@code null} for one that it does not know. */
    static boolean isTableInfo(JsonNode answer) {
        return answer.isNull() || answer.path("columns").isArray();
    }

    /** A type as an answer holds it: {@code null} for one that does not exist. */
    static boolean isType(JsonNode type) {
        return type.isNull() || type.path("fields").isArray();
    }
}
