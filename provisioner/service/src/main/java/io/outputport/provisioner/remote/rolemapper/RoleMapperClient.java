package io.outputport.provisioner.remote.rolemapper;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.provisioner.outcome.Outcome;
import io.outputport.provisioner.outcome.Problem;
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
    private static final int LARGEST_ANSWER = 1 << 20;

    private final RoleMapperSettings settings;
    private final Calls calls;
    private final RoleMapperAnswers answers;

    RoleMapperClient(RoleMapperSettings settings, Calls calls) {
        this.settings = settings;
        this.calls = calls;
        this.answers = new RoleMapperAnswers(settings.timeout());
    }

    /** The role of a component; done and empty when it has none. */
    Outcome<Optional<String>> roleOf(String component) {
        return get("/v1/roles/component_id/", component, "role_id");
    }

    /** The component that a role belongs to; done and empty when there is no such role. */
    Outcome<Optional<String>> ownerOf(String role) {
        return get("/v1/roles/", role, "component_id");
    }

    /** Asks for a role that nobody has; the caller may not wait long. */
    Reply look(Duration patience) {
        var request = Calls.to(URI.create(settings.url() + "/v1/roles/no-role-of-this-name"), patience)
                .GET()
                .build();
        return calls.look(request, LARGEST_ANSWER);
    }

    Outcome<JsonNode> putRole(String role, String component, List<String> rootFields) {
        ObjectNode body =
                JsonNodeFactory.instance.objectNode().put("role_id", role).put("component_id", component);
        body.set("graphql_root_field_names", array(rootFields));
        Reply reply = reply("/v1/roles", body);
        Outcome<JsonNode> judged = answers.judge(reply, false);
        return isAmbiguous(reply) ? because(role, component, judged) : judged;
    }

    /** It answers 500 for a second role of a component too, and 400 for a role that is somebody else's. */
    private static boolean isAmbiguous(Reply reply) {
        return reply instanceof Reply.Answer answer && (answer.status() == 500 || answer.status() == 400);
    }

    private Outcome<JsonNode> because(String role, String component, Outcome<JsonNode> otherwise) {
        Optional<Problem> taken = known(ownerOf(role))
                .filter(owner -> !owner.equals(component))
                .map(owner -> RoleMapperAnswers.roleTaken(role, owner));
        return taken.or(() -> known(roleOf(component))
                        .filter(held -> !held.equals(role))
                        .map(held -> RoleMapperAnswers.secondRole(role, component, held)))
                .<Outcome<JsonNode>>map(Outcome::stopped)
                .orElse(otherwise);
    }

    private static Optional<String> known(Outcome<Optional<String>> asked) {
        return asked.match(found -> found, (after, problem) -> Optional.empty(), problems -> Optional.empty());
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
        return answers.judge(calls.send(request, LARGEST_ANSWER), true).then(body -> {
            String value = body.path(field).asText("");
            return value.isEmpty() && !body.isMissingNode()
                    ? RoleMapperAnswers.without(field)
                    : Outcome.done(Optional.of(value).filter(text -> !text.isEmpty()));
        });
    }

    private Outcome<JsonNode> put(String path, ObjectNode body) {
        return answers.judge(reply(path, body), false);
    }

    private Reply reply(String path, ObjectNode body) {
        var request = Calls.to(URI.create(settings.url() + path), settings.timeout())
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body.toString()))
                .build();
        return calls.send(request, LARGEST_ANSWER);
    }
}
