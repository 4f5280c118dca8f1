package io.outputport.provisioner.api.operator;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.outputport.foundation.outcome.Outcome;
import io.outputport.provisioner.api.TaskDesk;
import io.outputport.provisioner.api.answer.ErrorResponses;
import io.outputport.provisioner.api.answer.Refusal;
import io.outputport.provisioner.api.answer.TaskResponses;
import io.outputport.provisioner.api.wire.list.PortStatus;
import io.outputport.provisioner.api.wire.operator.DriftCheckAccepted;
import io.outputport.provisioner.api.wire.operator.PortDetail;
import io.outputport.provisioner.flow.ports.PortCare;
import io.outputport.provisioner.flow.ports.PortList;
import io.outputport.provisioner.flow.ports.PortQuery;
import io.outputport.provisioner.flow.ports.PortSummary;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;

/** One port, and what is done for it by hand; beyond the Tech Adapter API. */
@Controller("/v1/ports")
@Produces(MediaType.APPLICATION_JSON)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Operator", description = "What the service is doing")
class PortCareController {
    private final PortList ports;
    private final PortCare care;
    private final TaskDesk desk;

    PortCareController(PortList ports, PortCare care, TaskDesk desk) {
        this.ports = ports;
        this.care = care;
        this.desk = desk;
    }

    /**
     * Get one port, and who is to have access to it.
     *
     * @param component its component id
     */
    @Get("/{component}")
    @ApiResponse(
            responseCode = "200",
            description = "How it stands",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PortDetail.class)))
    @ErrorResponses
    HttpResponse<?> getPort(String component) {
        PortQuery one = new PortQuery(Optional.of(component), Optional.empty(), Optional.empty(), 1);
        return ports.list(one)
                .then(found -> found.isEmpty() ? Outcome.stopped(PortCare.unknown()) : detail(found.get(0)))
                .match(HttpResponse::ok, Refusal::busy, TaskDesk::refused);
    }

    private Outcome<PortDetail> detail(PortSummary port) {
        return care.access(port.component()).map(access -> new PortDetail(PortStatus.of(port), access));
    }

    /**
     * Carry a port out again as it was last carried out. The answer is a token for the status path of provision.
     *
     * @param component its component id
     */
    @Post("/{component}/repair")
    @Status(HttpStatus.ACCEPTED)
    @TaskResponses
    HttpResponse<?> repairPort(String component) {
        return desk.submit(care.repair(component));
    }

    /** Have all ports looked at for drift now instead of at the next time. */
    @Post("/check")
    @Status(HttpStatus.ACCEPTED)
    @ApiResponse(
            responseCode = "202",
            description = "They will be looked at soon",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = DriftCheckAccepted.class)))
    @ErrorResponses
    HttpResponse<?> checkPorts() {
        return care.check()
                .match(
                        mode -> HttpResponse.accepted().body(new DriftCheckAccepted(mode)),
                        Refusal::busy,
                        TaskDesk::refused);
    }
}
