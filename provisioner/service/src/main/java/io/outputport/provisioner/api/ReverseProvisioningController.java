package io.outputport.provisioner.api;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.outputport.provisioner.api.wire.ReverseProvisioningRequest;
import io.outputport.provisioner.api.wire.ReverseProvisioningStatus;
import io.outputport.provisioner.outcome.Problem;
import io.outputport.provisioner.outcome.ProblemCode;
import io.outputport.provisioner.task.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Set;

/** Reverse provisioning: refused with a sentence, and its status path knows no token yet. */
@Controller("/v1/reverse-provisioning")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "SpecificProvisioner")
class ReverseProvisioningController {
    private static final ProblemCode UNSUPPORTED = new ProblemCode("reverse-provisioning-unsupported");

    private final TaskDesk desk;
    private final StatusBodies bodies;

    ReverseProvisioningController(TaskDesk desk, StatusBodies bodies) {
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
    HttpResponse<?> runReverseProvisioning() {
        Problem problem = Problem.of(
                UNSUPPORTED,
                "This provisioner does not support reverse provisioning.",
                "Edit the component's descriptor in Witboost instead.");
        return Refusal.of(HttpStatus.BAD_REQUEST, problem)
                .inField("useCaseTemplateId")
                .response();
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
