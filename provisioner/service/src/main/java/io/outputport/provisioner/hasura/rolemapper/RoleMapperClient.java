package io.outputport.provisioner.hasura.rolemapper;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.transport.Calls;
import io.outputport.foundation.transport.Reply;
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
    /** An echo may write each byte of what was sent as a code of six characters. */
    private static final int ECHO = 6;

    private final RoleMapperSettings settings;
    private final Calls calls;

    RoleMapperClient(RoleMapperSettings settings, Calls calls) {
        this.settings = settings;
        this.calls = calls;
    }

    /** The component's id is one piece of a path, and the role mapper takes paths apart after it has decoded them. */
    static boolean canBeAskedFor(String component) {
        return component.indexOf('/') < 0 && !component.equals(".") && !component.equals("..");
    }

    /** The role of a component; done and empty when it has none. */
    Outcome<Optional<String>> roleOf(String component) {
        return get("/v1/roles/component_id/", component, new RoleMapperAnswers.AskedRole("component_id", component))
                .map(role -> role.map(RoleMapperAnswers.Held::role));
    }

    /** The component that a role belongs to; done and empty when there is no such role. */
    Outcome<Optional<String>> ownerOf(String role) {
        return get("/v1/roles/", role, new RoleMapperAnswers.AskedRole("role_id", role))
                .map(owner -> owner.map(RoleMapperAnswers.Held::component));
    }

    /** Asks for a role that nobody has; the caller may not wait long. */
    Reply look(Duration patience) {
        var request = Calls.to(URI.create(settings.url() + "/v1/roles/no-role-of-this-name"), patience)
                .GET()
                .build();
        return calls.look(request, LARGEST_ANSWER);
    }

    Written putRole(String role, String component, List<String> rootFields, Duration patience) {
        ObjectNode body =
                JsonNodeFactory.instance.objectNode().put("role_id", role).put("component_id", component);
        body.set("graphql_root_field_names", array(rootFields));
        Reply reply = reply("/v1/roles", body, patience);
        Written written = new RoleMapperAnswers(patience).written(reply, body);
        return isAmbiguous(reply) ? written.withOutcome(because(role, component, written.outcome())) : written;
    }

    /** It answers 500 for a second role of a component too, and 400 for a role that is somebody else's. */
    private static boolean isAmbiguous(Reply reply) {
        return reply instanceof Reply.Answer answer && (answer.status() == 500 || answer.status() == 400);
    }

    private Outcome<JsonNode> because(String role, String component, Outcome<JsonNode> otherwise) {
        Optional<Problem> taken = known(ownerOf(role))
                .filter(owner -> !owner.equals(component))
                .map(owner -> RoleMapperAnswers.roleTaken(role, owner));
        return taken.or(() -> held(component)
                        .filter(held -> !held.equals(role))
                        .map(held -> RoleMapperAnswers.secondRole(role, component, held)))
                .<Outcome<JsonNode>>map(Outcome::stopped)
                .orElse(otherwise);
    }

    private Optional<String> held(String component) {
        return canBeAskedFor(component) ? known(roleOf(component)) : Optional.empty();
    }

    private static Optional<String> known(Outcome<Optional<String>> asked) {
        return asked.match(found -> found, (after, problem) -> Optional.empty(), problems -> Optional.empty());
    }

    Written putUsers(String role, List<String> users, Duration patience) {
        return putMembers("/v1/user_roles", role, "users", users, patience);
    }

    Written putGroups(String role, List<String> groups, Duration patience) {
        return putMembers("/v1/group_roles", role, "groups", groups, patience);
    }

    private Written putMembers(String path, String role, String what, List<String> members, Duration patience) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("role_id", role);
        body.set(what, array(members));
        return new RoleMapperAnswers(patience).written(reply(path, body, patience), body);
    }

    private static ArrayNode array(List<String> texts) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        texts.forEach(array::add);
        return array;
    }

    private Outcome<Optional<RoleMapperAnswers.Held>> get(
            String path, String id, RoleMapperAnswers.AskedRole question) {
        String encoded = URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
        var request = Calls.to(URI.create(settings.url() + path + encoded), settings.timeout())
                .GET()
                .build();
        return new RoleMapperAnswers(settings.timeout()).found(calls.send(request, LARGEST_ANSWER), question);
    }

    private Reply reply(String path, ObjectNode body, Duration patience) {
        byte[] sent = body.toString().getBytes(StandardCharsets.UTF_8);
        var request = Calls.to(URI.create(settings.url() + path), patience)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofByteArray(sent))
                .build();
        return calls.send(request, LARGEST_ANSWER + ECHO * sent.length);
    }
}
