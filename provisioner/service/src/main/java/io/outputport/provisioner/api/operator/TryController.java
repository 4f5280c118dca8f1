package io.outputport.provisioner.api.operator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.outputport.foundation.outcome.Outcome;
import io.outputport.provisioner.api.TaskDesk;
import io.outputport.provisioner.api.answer.ErrorResponses;
import io.outputport.provisioner.api.answer.Refusal;
import io.outputport.provisioner.api.body.BodyReader;
import io.outputport.provisioner.api.body.BodyWork;
import io.outputport.provisioner.api.body.Requests;
import io.outputport.provisioner.api.wire.operator.TryRequest;
import io.outputport.provisioner.api.wire.operator.TryResult;
import io.outputport.provisioner.flow.trial.Trial;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.UncheckedIOException;
import java.time.Clock;

/** Asks Hasura what a consumer would ask; beyond the Tech Adapter API. */
@Controller("/v1/try")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Operator", description = "What the service is doing")
class TryController {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final BodyWork work;
    private final Trial trial;
    private final Clock clock;

    TryController(BodyWork work, Trial trial, Clock clock) {
        this.work = work;
        this.trial = trial;
        this.clock = clock;
    }

    /** Ask a GraphQL query with a consumer's own token, and get what the consumer would get. */
    @Post
    @RequestBody(
            required = true,
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TryRequest.class)))
    @ApiResponse(
            responseCode = "200",
            description = "Hasura's answer, a refusal included",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TryResult.class)))
    @ErrorResponses
    HttpResponse<?> tryQuery(@Body byte[] body) {
        return work.on(
                body,
                () -> BodyReader.read(body, Requests::trial)
                        .then(this::ask)
                        .match(TryController::ok, Refusal::busy, TaskDesk::refused));
    }

    private Outcome<ObjectNode> ask(Requests.TrialBody order) {
        long begun = clock.millis();
        return trial.ask(order.bearer(), graphql(order))
                .map(answer -> JSON.createObjectNode()
                        .put("status", answer.status())
                        .put("millis", clock.millis() - begun)
                        .set("answer", object(answer.body())));
    }

    /** In the form of {@link TryResult}, and as text: the framework would leave out what is null in Hasura's answer. */
    private static HttpResponse<?> ok(ObjectNode result) {
        return HttpResponse.ok(result.toString()).contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    private static String graphql(Requests.TrialBody order) {
        ObjectNode body = JSON.createObjectNode().put("query", order.query());
        order.variables().ifPresent(variables -> body.set("variables", object(variables)));
        return body.toString();
    }

    private static JsonNode object(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException("what was read as a JSON object is none", impossible);
        }
    }
}
