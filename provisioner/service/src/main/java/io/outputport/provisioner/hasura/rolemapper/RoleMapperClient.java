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
import java.util.function.Predicate;

/** The calls of the role mapper that a provisioner makes, each with its answers in words. */
final class RoleMapperClient {
    private static final int LARGEST_ANSWER = 1 << 20;
    /** An echo may write each byte of what was sent as a code of six characters. */
    private static final int ECHO = 6;
    /** A call of which nothing is heard for so many times as long as it should take has lost its connection. */
    private static final int MOST_TIMES = 8;

    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final int ITS_OWN_FAULT = 500;

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

    /** Whatever it says to who only looks, it is there, unless it fails itself. */
    static boolean isUp(Reply.Answer answer) {
        return answer.status() < ITS_OWN_FAULT;
    }

    Written putRole(String role, String component, List<String> rootFields, WriteWait waiting) {
        ObjectNode body =
                JsonNodeFactory.instance.objectNode().put("role_id", role).put("component_id", component);
        body.set("graphql_root_field_names", array(rootFields));
        Reply reply = reply("/v1/roles", body, waiting);
        Written written = new RoleMapperAnswers(waiting.patience()).written(reply, body);
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

    Written putUsers(String role, List<String> users, WriteWait waiting) {
        return putMembers("/v1/user_roles", role, "users", users, waiting);
    }

    Written putGroups(String role, List<String> groups, WriteWait waiting) {
        return putMembers("/v1/group_roles", role, "groups", groups, waiting);
    }

    private Written putMembers(String path, String role, String what, List<String> members, WriteWait waiting) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("role_id", role);
        body.set(what, array(members));
        return new RoleMapperAnswers(waiting.patience()).written(reply(path, body, waiting), body);
    }

    /**
     * How a write is waited for.
     *
     * @param patience how long; as long again, and again, while the role mapper answers other questions
     * @param longer asked with the time waited so far before it is waited for as long again
     */
    record WriteWait(Duration patience, Predicate<Duration> longer) {}

    private boolean goesOn(WriteWait waiting, Duration waited) {
        Duration brief = waiting.patience().compareTo(LOOK) < 0 ? waiting.patience() : LOOK;
        return look(brief).match(RoleMapperClient::isUp, silence -> false)
                && waiting.longer().test(waited);
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

    private Reply reply(String path, ObjectNode body, WriteWait waiting) {
        byte[] sent = body.toString().getBytes(StandardCharsets.UTF_8);
        var request = Calls.to(URI.create(settings.url() + path), waiting.patience())
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofByteArray(sent))
                .build();
        return calls.send(
                request,
                LARGEST_ANSWER + ECHO * sent.length,
                new Calls.Endurance(MOST_TIMES, waited -> goesOn(waiting, waited)));
    }
}
