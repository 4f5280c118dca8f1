package io.outputport.provisioner.cli.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.settings.Secret;
import io.outputport.foundation.transport.Calls;
import io.outputport.foundation.transport.Reply;
import io.outputport.provisioner.flow.validation.ValidationOutcome;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The operations of a service at an address. Done, Stopped when what was sent is wrong, Later when the service fails. */
public final class Service {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration REST = Duration.ofSeconds(5);
    private static final int LARGEST = 16 << 20;

    /** A service tells each problem in its parts where it is asked to. */
    private static final String DETAILS = "?details=true";

    private final Calls calls = new Calls(REST);
    private final URI url;
    private final Optional<Secret> token;
    private final Answers answers;

    /**
     * @param url without a slash at its end
     * @param token the bearer token, where the service asks for one
     */
    public Service(URI url, Optional<Secret> token) {
        this.url = url;
        this.token = token;
        this.answers = new Answers(url.toString());
    }

    public Outcome<ValidationOutcome> validate(String descriptor) {
        return answers.json(post("/v1/validate", provisioning(descriptor, false)), "valid")
                .map(body -> verdict(body, body.path("error")));
    }

    public Outcome<PlanAnswer> plan(String descriptor) {
        return answers.json(post("/v1/plan", provisioning(descriptor, false)), "executable")
                .map(body -> new PlanAnswer(body, verdict(body, body)));
    }

    /** @return the token */
    public Outcome<String> provision(String descriptor) {
        return answers.token(post("/v1/provision", provisioning(descriptor, false)));
    }

    /** @return the token */
    public Outcome<String> unprovision(String descriptor, boolean removeData) {
        return answers.token(post("/v1/unprovision", provisioning(descriptor, removeData)));
    }

    /** @return the token */
    public Outcome<String> updateAcl(String descriptor, List<String> refs) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        refs.forEach(body.putArray("refs")::add);
        body.putObject("provisionInfo").put("request", descriptor).put("result", "");
        return answers.token(post("/v1/updateacl", body));
    }

    /** @return the {@code ProvisioningStatus} */
    public Outcome<JsonNode> status(String token) {
        return get("/v1/provision/" + encoded(token) + "/status", Map.of(), "status");
    }

    /** @return one page of the operator's list at a path, for example {@code /tasks}; its last part names the list */
    public Outcome<JsonNode> list(String path, Map<String, String> query) {
        return get(path, query, path.substring(path.lastIndexOf('/') + 1));
    }

    /** @return what is removed of the sources that hold nothing */
    public Outcome<JsonNode> removeSource(String name) {
        URI address = URI.create(url + "/v1/sources/" + encoded(name));
        return answers.json(calls.send(to(address).DELETE().build(), LARGEST), "sources");
    }

    private Outcome<JsonNode> get(String path, Map<String, String> query, String mark) {
        String asked = query.entrySet().stream()
                .map(part -> "&" + part.getKey() + "=" + encoded(part.getValue()))
                .collect(Collectors.joining());
        URI address = URI.create(url + path + DETAILS + asked);
        return answers.json(calls.send(to(address).GET().build(), LARGEST), mark);
    }

    private Reply post(String path, ObjectNode body) {
        HttpRequest request = to(URI.create(url + path + DETAILS))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
        return calls.send(request, LARGEST);
    }

    private HttpRequest.Builder to(URI address) {
        HttpRequest.Builder request = Calls.to(address, LONGEST);
        token.ifPresent(bearer -> request.header("Authorization", "Bearer " + bearer.reveal()));
        return request;
    }

    private static ObjectNode provisioning(String descriptor, boolean removeData) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("descriptorKind", "COMPONENT_DESCRIPTOR")
                .put("descriptor", descriptor)
                .put("removeData", removeData);
    }

    /** @param sentences where an older service, without {@code details}, has its {@code errors} */
    private static ValidationOutcome verdict(JsonNode body, JsonNode sentences) {
        List<Problem> problems = Answers.details(body, "error");
        List<Problem> notices = Answers.details(body, "notice");
        boolean older = !body.has("details");
        return new ValidationOutcome(
                older ? Answers.sentences(sentences.path("errors")) : problems,
                older ? Answers.sentences(body.path("notices")) : notices);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
