package io.outputport.provisioner.api.live;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.outputport.provisioner.api.answer.ErrorResponses;
import io.outputport.provisioner.api.wire.operator.PortChange;
import io.outputport.provisioner.flow.ports.PortList;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;

/** The ports as they change; beyond the Tech Adapter API. */
@Controller("/v1/ports")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Operator", description = "What the service is doing")
class PortEventsController {
    private static final Duration PERIOD = Duration.ofSeconds(2);

    private final EventStreams streams;
    private final PortList ports;

    PortEventsController(EventStreams streams, PortList ports) {
        this.streams = streams;
        this.ports = ports;
    }

    /** Follow the ports: the first event {@code ports} holds all of them, each later one those that have changed. */
    @Get("/events")
    @Produces({MediaType.TEXT_EVENT_STREAM, MediaType.APPLICATION_JSON})
    @ApiResponse(
            responseCode = "200",
            description = "Server-sent events; the stream ends after less than a minute, to be taken up again",
            content = @Content(mediaType = "text/event-stream", schema = @Schema(implementation = PortChange.class)))
    @ErrorResponses
    HttpResponse<?> followPorts() {
        return streams.answer(PERIOD, new PortChanges(ports)::look);
    }
}
