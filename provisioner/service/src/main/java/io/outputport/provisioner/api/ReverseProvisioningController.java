package io.outputport.provisioner.api;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.outputport.provisioner.api.answer.ErrorResponses;
import io.outputport.provisioner.api.answer.StatusBodies;
import io.outputport.provisioner.api.answer.TaskResponses;
import io.outputport.provisioner.api.body.BodyWork;
import io.outputport.provisioner.api.wire.request.ReverseProvisioningRequest;
import io.outputport.provisioner.api.wire.status.ReverseProvisioningStatus;
import io.outputport.provisioner.flow.admission.ReverseAdmission;
import io.outputport.provisioner.task.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Set;

/** Reverse provisioning: what a table is, for the catalog entry of a component. */
@Controller("/v1/reverse-provisioning")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "SpecificProvisioner")
class ReverseProvisioningController {
    private final BodyWork work;
    private final OrderReader orders;
    private final ReverseAdmission admission;
    private final TaskDesk desk;
    private final StatusBodies bodies;

    ReverseProvisioningController(
            BodyWork work, OrderReader orders, ReverseAdmission admission, TaskDesk desk, StatusBodies bodies) {
        this.work = work;
        this.orders = orders;
        this.admission = admission;
        this.desk = desk;
        this.bodies = bodies;
    }

    /** Execute a reverse provisioning operation. */
    @Post
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ReverseProvisioningRequest.class)))
    @ApiResponse(
            responseCode = "200",
            description = "It synchronously returns the reverse provisioning response",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ReverseProvisioningStatus.class)))
    @TaskResponses
    HttpResponse<?> runReverseProvisioning(@Body byte[] body) {
        return work.on(body, () -> desk.submit(orders.reverse(body).then(admission::admit)));
    }

    /**
     * Get status and results of a reverse provisioning operation.
     *
     * @param token token that identifies the request
     */
    @Get("/{token}/status")
    @ApiResponse(
            responseCode = "200",
            description = "The request status and results",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ReverseProvisioningStatus.class)))
    @ErrorResponses
    HttpResponse<?> getReverseProvisioningStatus(String token) {
        return desk.report(token, Set.of(Operation.REVERSE_PROVISION), bodies::reverseProvisioning);
    }
}
