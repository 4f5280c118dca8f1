package io.outputport.provisioner.flow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.outputport.provisioner.descriptor.reverse.CatalogEntry;
import io.outputport.provisioner.descriptor.reverse.ReverseTarget;
import io.outputport.provisioner.descriptor.reverse.TargetReader;
import io.outputport.provisioner.descriptor.tree.Excerpt;
import io.outputport.provisioner.outcome.Outcome;
import io.outputport.provisioner.outcome.Problem;
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
    private final TargetReader reader;

    /** @param environment the only environment that is served, if there is such a one */
    ReverseAdmission(Optional<String> environment, TargetReader reader) {
        this.environment = environment;
        this.reader = reader;
    }

    /** Stopped with everything that is wrong with the request. */
    public Outcome<Submission> admit(ReverseOrder order) {
        List<Problem> elsewhere = environment(order).stream().toList();
        return reader.read(json(order.params()))
                .match(
                        target -> elsewhere.isEmpty()
                                ? Outcome.done(submission(order, target))
                                : Outcome.stopped(elsewhere),
                        Outcome::later,
                        problems -> Outcome.stopped(Stream.concat(elsewhere.stream(), problems.stream())
                                .toList()));
    }

    private static Submission submission(ReverseOrder order, ReverseTarget target) {
        JsonNode catalogInfo = json(order.catalogInfo());
        String component = Optional.of(catalogInfo.at("/metadata/name").asText(""))
                .filter(name ->
                        !name.isBlank() && name.length() <= Submission.LONGEST_COMPONENT && name.indexOf('\0') < 0)
                .orElse(UNKNOWN);
        String request = new StoredReverseOrder(target, CatalogEntry.of(catalogInfo)).text();
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

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("the request was read as JSON before", impossible);
        }
    }
}
