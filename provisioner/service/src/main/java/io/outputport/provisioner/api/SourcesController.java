package io.outputport.provisioner.api;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.provisioner.api.answer.ErrorResponses;
import io.outputport.provisioner.api.answer.Refusal;
import io.outputport.provisioner.api.wire.list.EmptySources;
import io.outputport.provisioner.flow.ports.PortList;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;

/** What earlier ports have left in Hasura; beyond the Tech Adapter API. */
@Controller("/v1/sources")
@Produces(MediaType.APPLICATION_JSON)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Operator", description = "What the service is doing")
class SourcesController {
    private static final ProblemCode NOT_EMPTY = new ProblemCode("source-not-empty");

    private final PortList ports;

    SourcesController(PortList ports) {
        this.ports = ports;
    }

    /** List the sources in Hasura that were made for output ports and hold nothing any more. */
    @Get
    @ApiResponse(
            responseCode = "200",
            description = "Their names",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = EmptySources.class)))
    @ErrorResponses
    HttpResponse<?> listEmptySources() {
        return answer(ports.emptySourcesNow());
    }

    /**
     * Remove one of them from Hasura.
     *
     * @param name as the list has it
     */
    @Delete("/{name}")
    @ApiResponse(
            responseCode = "200",
            description = "It is removed",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = EmptySources.class)))
    @ErrorResponses
    HttpResponse<?> removeEmptySource(String name) {
        return answer(ports.removeEmptySources(Set.of(name))
                .then(removed -> removed.isEmpty() ? Outcome.stopped(notEmpty()) : Outcome.done(removed)));
    }

    private static Problem notEmpty() {
        return Problem.of(
                NOT_EMPTY,
                "Hasura has no source of this name that was made for output ports and holds nothing.",
                "GET /v1/sources lists those that can be removed.");
    }

    private static HttpResponse<?> answer(Outcome<List<String>> names) {
        return names.match(found -> HttpResponse.ok(new EmptySources(found)), Refusal::busy, TaskDesk::refused);
    }
}
