package io.outputport.provisioner.api;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.provisioner.api.answer.ErrorResponses;
import io.outputport.provisioner.api.answer.Refusal;
import io.outputport.provisioner.api.wire.list.PortPage;
import io.outputport.provisioner.api.wire.list.PortStatus;
import io.outputport.provisioner.flow.ports.PortList;
import io.outputport.provisioner.flow.ports.PortQuery;
import io.outputport.provisioner.flow.ports.PortSummary;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;

/** The ports as their operator sees them; beyond the Tech Adapter API. */
@Controller("/v1/ports")
@Produces(MediaType.APPLICATION_JSON)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Operator", description = "What the service is doing")
class PortsController {
    private static final ListQuery QUERY =
            new ListQuery(new ProblemCode("ports-query"), PortQuery.STATES, PortQuery.LARGEST_PAGE);

    private final PortList ports;

    PortsController(PortList ports) {
        this.ports = ports;
    }

    /**
     * List the ports that were carried out, and whether they still are as they were; beyond the Tech Adapter API.
     *
     * @param component only the port with this component id
     * @param state IN_SYNC, DRIFTED, MISSING, CLOSED or UNWATCHED
     * @param limit how many at most, 1 to 500; 50 without it
     * @param after the {@code next} of the page before
     */
    @Get
    @ApiResponse(
            responseCode = "200",
            description = "One page of ports",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PortPage.class)))
    @ErrorResponses
    HttpResponse<?> listPorts(
            @Parameter(required = false) @QueryValue Optional<String> component,
            @Parameter(required = false) @QueryValue Optional<String> state,
            @Parameter(required = false) @QueryValue Optional<String> limit,
            @Parameter(required = false) @QueryValue Optional<String> after) {
        return QUERY.answer(new ListQuery.RawParameters(component, state, limit), filter -> list(filter, after));
    }

    private HttpResponse<?> list(ListQuery.Filter filter, Optional<String> after) {
        PortQuery query = new PortQuery(filter.component(), filter.state(), after, filter.limit());
        return ports.list(query).match(found -> HttpResponse.ok(page(found, query)), Refusal::busy, TaskDesk::refused);
    }

    private PortPage page(List<PortSummary> found, PortQuery query) {
        return new PortPage(
                found.stream().map(PortStatus::of).toList(),
                ports.driftCheck(),
                ports.emptySources(),
                ListQuery.next(found, query.limit(), PortSummary::component));
    }
}
