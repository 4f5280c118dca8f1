package io.outputport.provisioner.remote.rolemapper;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.provisioner.outcome.Outcome;
import io.outputport.provisioner.outcome.Problem;
import io.outputport.provisioner.outcome.ProblemCode;
import io.outputport.provisioner.transport.Calls;
import io.outputport.provisioner.transport.Reply;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The calls of the role mapper that a provisioner makes, each with its answers in words. */
final class RoleMapperClient {
    static final ProblemCode UNREACHABLE = new ProblemCode("role-mapper-unreachable");
    static final ProblemCode FAILING = new ProblemCode("role-mapper-failing");
    static final ProblemCode REFUSED = new ProblemCode("role-mapper-refused");

    private static final int LARGEST_ANSWER = 1 << 20;
    private static final int LONGEST_QUOTE = 300;
    private static final String BAD = "The role mapper does not answer as it should: ";
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final RoleMapperSettings settings;
    private final Calls calls;

    RoleMapperClient(RoleMapperSettings settings, Calls calls) {
        this.settings = settings;
        this.calls = calls;
    }

    /** The role of a component; done and empty when it has none. */
    Outcome<Optional<String>> roleOf(String component) {
        return get("/v1/roles/component_id/", component, "role_id");
    }

    /** The component that a role belongs to; done and empty when there is no such role. */
    Outcome<Optional<String>> ownerOf(String role) {
        return get("/v1/roles/", role, "component_id");
    }

    Outcome<JsonNode> putRole(String role, String component, List<String> rootFields) {
        ObjectNode body =
                JsonNodeFactory.instance.objectNode().put("role_id", role).put("component_id", component);
        body.set("graphql_root_field_names", array(rootFields));
        return put("/v1/roles", body);
    }

    Outcome<JsonNode> putUsers(String role, List<String> users) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("role_id", role);
        body.set("users", array(users));
        return put("/v1/user_roles", body);
    }

    Outcome<JsonNode> putGroups(String role, List<String> groups) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("role_id", role);
        body.set("groups", array(groups));
        return put("/v1/group_roles", body);
    }

    private static ArrayNode array(List<String> texts) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        texts.forEach(array::add);
        return array;
    }

    /** One field of what is found; a role without it is no answer, since nobody can tell then whose the role is. */
    private Outcome<Optional<String>> get(String path, String id, String field) {
        String encoded = URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
        var request = Calls.to(URI.create(settings.url() + path + encoded), settings.timeout())
                .GET()
                .build();
        return judge(calls.send(request, LARGEST_ANSWER), true).then(body -> {
            String value = body.path(field).asText("");
            return value.isEmpty() && !body.isMissingNode()
                    ? Outcome.later(AGAIN, Problem.of(FAILING, BAD + "status 200 and no " + field + "."))
                    : Outcome.done(Optional.of(value).filter(text -> !text.isEmpty()));
        });
    }

    private Outcome<JsonNode> put(String path, ObjectNode body) {
        var request = Calls.to(URI.create(settings.url() + path), settings.timeout())
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body.toString()))
                .build();
        return judge(calls.send(request, LARGEST_ANSWER), false);
    }

    private Outcome<JsonNode> judge(Reply reply, boolean mayBeUnknown) {
        if (reply instanceof Reply.Silence silence) {
            return Outcome.later(
                    AGAIN,
                    Problem.of(UNREACHABLE, "The role mapper could not be reached: " + silence.sentence() + "."));
        }
        Reply.Answer answer = (Reply.Answer) reply;
        Optional<JsonNode> body = answer.json();
        if (answer.status() == 200 && body.isPresent()) {
            return Outcome.done(body.get());
        }
        if (answer.status() == 404
                && mayBeUnknown
                && body.filter(JsonNode::isTextual).isPresent()) {
            return Outcome.done(JsonNodeFactory.instance.missingNode());
        }
        return (answer.status() == 400 || answer.status() == 422) && body.isPresent()
                ? Outcome.stopped(Problem.of(REFUSED, "The role mapper refused: " + quote(body.get()) + "."))
                : Outcome.later(answer.retryAfter().orElse(AGAIN), failing(answer));
    }

    private static Problem failing(Reply.Answer answer) {
        String how = answer.json()
                .map(body -> "status " + answer.status() + ", " + quote(body))
                .orElse("status " + answer.status() + " and no JSON");
        return Problem.of(FAILING, BAD + how + ".");
    }

    private static String quote(JsonNode body) {
        JsonNode errors = body.path("errors");
        String text = errors.isArray() && !errors.isEmpty() ? errors.path(0).asText() : body.toString();
        return text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "…" : text;
    }
}
