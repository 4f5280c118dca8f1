package io.outputport.provisioner.cli.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.flow.validation.ValidationOutcome;
import java.util.List;

/**
 * What the service answered to a plan.
 *
 * @param body as it came: a newer service may tell more
 * @param verdict its errors and notices
 */
public record PlanAnswer(JsonNode body, ValidationOutcome verdict) {

    /** That of a service which planned nothing, since these things are wrong. */
    public static PlanAnswer refused(List<Problem> problems) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("executable", false);
        ArrayNode errors = body.putArray("errors");
        body.putArray("notices");
        body.putArray("remarks");
        ArrayNode details = body.putArray("details");
        for (Problem problem : problems) {
            errors.add(problem.sentence());
            details.add(Answers.detail("error", problem));
        }
        return new PlanAnswer(body, new ValidationOutcome(problems, List.of()));
    }
}
