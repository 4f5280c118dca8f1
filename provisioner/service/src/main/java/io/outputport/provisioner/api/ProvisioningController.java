package io.outputport.provisioner.api;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.outputport.provisioner.api.answer.ErrorResponses;
import io.outputport.provisioner.api.answer.StatusBodies;
import io.outputport.provisioner.api.answer.StatusResponse;
import io.outputport.provisioner.api.answer.TaskResponses;
import io.outputport.provisioner.api.body.BodyWork;
import io.outputport.provisioner.api.wire.error.SystemError;
import io.outputport.provisioner.api.wire.request.ProvisioningRequest;
import io.outputport.provisioner.api.wire.request.UpdateAclRequest;
import io.outputport.provisioner.flow.admission.Admission;
import io.outputport.provisioner.task.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Set;

/** Provision, unprovision and updateacl: each becomes a task, and one status path serves the tokens of all three. */
@Controller("/v1")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "SpecificProvisioner", description = "All the provisioning related operations")
class ProvisioningController {
    private static final Set<Operation> CHANGES =
            Set.of(Operation.PROVISION, Operation.UNPROVISION, Operation.UPDATE_ACL, Operation.REPAIR);

    private final BodyWork work;
    private final OrderReader orders;
    private final Admission admission;
    private final TaskDesk desk;
    private final StatusBodies bodies;

    ProvisioningController(BodyWork work, OrderReader orders, Admission admission, TaskDesk desk, StatusBodies bodies) {
        this.work = work;
        this.orders = orders;
        this.admission = admission;
        this.desk = desk;
        this.bodies = bodies;
    }

    /** Deploy a data product or a single component starting from a provisioning descriptor. */
    @Post("/provision")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ProvisioningRequest.class)))
    @StatusResponse
    @TaskResponses
    HttpResponse<?> provision(@Body byte[] body) {
        return work.on(body, () -> desk.submit(orders.provision(body).then(admission::provision)));
    }

    /**
     * Undeploy a data product or a single component given the provisioning descriptor relative to the latest complete
     * provisioning request.
     */
    @Post("/unprovision")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ProvisioningRequest.class)))
    @StatusResponse
    @TaskResponses
    HttpResponse<?> unprovision(@Body byte[] body) {
        return work.on(body, () -> desk.submit(orders.provision(body).then(admission::unprovision)));
    }

    /** Request the access to a specific provisioner component. */
    @Post("/updateacl")
    @RequestBody(
            required = true,
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = UpdateAclRequest.class)))
    @StatusResponse
    @TaskResponses
    HttpResponse<?> updateacl(@Body byte[] body) {
        return work.on(body, () -> desk.submit(orders.acl(body).then(admission::updateAcl)));
    }

    /**
     * Get the status of a provisioning request.
     *
     * @param token token that identifies the request
     */
    @Get("/provision/{token}/status")
    @StatusResponse
    @ErrorResponses
    HttpResponse<?> getStatus(String token) {
        return desk.report(token, CHANGES, bodies::provisioning);
    }

    /**
     * Starts the termination process.
     *
     * @param token token that identifies the tech adapter task
     */
    @Delete("/provision/{token}")
    @StatusResponse
    @ApiResponse(
            responseCode = "202",
            description =
                    "Termination request has been successfully received and is now being processed asynchronously. "
                            + "You can monitor the termination status by calling the GET provisioning status endpoint.")
    @ApiResponse(
            responseCode = "501",
            description = "Termination not supported; not answered by this service",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = SystemError.class)))
    @ErrorResponses
    HttpResponse<?> terminateProvisioning(String token) {
        return desk.terminate(token, CHANGES);
    }
}
