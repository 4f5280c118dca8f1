package io.outputport.provisioner.flow.admission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.text.Excerpt;
import io.outputport.provisioner.descriptor.reverse.CatalogContract;
import io.outputport.provisioner.flow.order.FlowProblems;
import io.outputport.provisioner.flow.order.ReverseOrder;
import io.outputport.provisioner.flow.order.StoredReverseOrder;
import io.outputport.provisioner.port.PortTechnology;
import io.outputport.provisioner.reconcile.Technologies;
import io.outputport.provisioner.task.Operation;
import io.outputport.provisioner.task.Submission;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Judges a reverse provisioning before it becomes a task, and asks no other system. */
public final class ReverseAdmission {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** In the list of tasks, when the request does not name its component. */
    private static final String UNKNOWN = "unknown";

    private final Optional<String> environment;
    private final Technologies technologies;

    /** @param environment the only environment that is served, if there is such a one */
    public ReverseAdmission(Optional<String> environment, Technologies technologies) {
        this.environment = environment;
        this.technologies = technologies;
    }

    /** Stopped with everything that is wrong with the request. */
    public Outcome<Submission> admit(ReverseOrder order) {
        List<Problem> elsewhere = environment(order).stream().toList();
        return json("params", order.params())
                .then(params -> meant(params)
                        .then(technology -> technology
                                .reverse()
                                .target(params)
                                .then(target -> json("catalogInfo", order.catalogInfo())
                                        .map(entry -> submission(entry, technology.name(), target)))))
                .match(
                        submission -> elsewhere.isEmpty() ? Outcome.done(submission) : Outcome.stopped(elsewhere),
                        Outcome::later,
                        problems -> Outcome.stopped(Stream.concat(elsewhere.stream(), problems.stream())
                                .toList()));
    }

    /** The first says what is wrong with what nobody feels meant by. */
    private Outcome<PortTechnology> meant(JsonNode params) {
        return Outcome.done(technologies.all().stream()
                .filter(technology -> technology.reverse().isMeantBy(params))
                .findFirst()
                .orElse(technologies.all().get(0)));
    }

    private static Submission submission(JsonNode catalogInfo, String technology, ObjectNode target) {
        String component = Optional.of(catalogInfo.at("/metadata/name").asText(""))
                .filter(name ->
                        !name.isBlank() && name.length() <= Submission.LONGEST_COMPONENT && name.indexOf('\0') < 0)
                .orElse(UNKNOWN);
        String request = new StoredReverseOrder(technology, target, CatalogContract.of(catalogInfo)).text();
        return new Submission(Operation.REVERSE_PROVISION, component, request);
    }

    private Optional<Problem> environment(ReverseOrder order) {
        return environment
                .filter(ours ->
                        !ours.strip().equalsIgnoreCase(order.environment().strip()))
                .map(ours -> new Problem(
                        FlowProblems.ENVIRONMENT,
                        "The request is for the environment " + Excerpt.quoted(order.environment())
                                + ", but this provisioner serves " + Excerpt.quoted(ours) + ".",
                        Optional.of("environment"),
                        Optional.empty(),
                        Optional.of("Send it to the provisioner of its environment.")));
    }

    /** It was JSON when it came, but may hold what no program should read, such as a number of a million digits. */
    private static Outcome<JsonNode> json(String field, String text) {
        try {
            return Outcome.done(JSON.readTree(text));
        } catch (JsonProcessingException beyondLimits) {
            return Outcome.stopped(new Problem(
                    FlowProblems.NOT_JSON,
                    "This cannot be read: it is nested too deeply, or a value in it is too long.",
                    Optional.of(field),
                    Optional.empty(),
                    Optional.of("Send only what is needed.")));
        }
    }
}
