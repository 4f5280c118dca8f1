package io.outputport.provisioner.api;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.outputport.provisioner.api.answer.ErrorResponses;
import io.outputport.provisioner.api.answer.Refusal;
import io.outputport.provisioner.api.answer.StatusBodies;
import io.outputport.provisioner.api.answer.TaskResponses;
import io.outputport.provisioner.api.body.BodyWork;
import io.outputport.provisioner.api.wire.error.RequestValidationError;
import io.outputport.provisioner.api.wire.error.SystemError;
import io.outputport.provisioner.api.wire.request.ProvisioningRequest;
import io.outputport.provisioner.api.wire.status.ValidationResult;
import io.outputport.provisioner.api.wire.status.ValidationStatus;
import io.outputport.provisioner.flow.admission.Admission;
import io.outputport.provisioner.flow.validation.ValidationOutcome;
import io.outputport.provisioner.task.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Set;

/** Validation at once (v1) and as a task (v2). What is wrong in a descriptor is a verdict here, never an error. */
@Controller
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "SpecificProvisioner")
class ValidationController {
    private final BodyWork work;
    private final OrderReader orders;
    private final Admission admission;
    private final TaskDesk desk;
    private final StatusBodies bodies;

    ValidationController(BodyWork work, OrderReader orders, Admission admission, TaskDesk desk, StatusBodies bodies) {
        this.work = work;
        this.orders = orders;
        this.admission = admission;
        this.desk = desk;
        this.bodies = bodies;
    }

    /** Validate a provisioning request. */
    @Post("/v1/validate")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ProvisioningRequest.class)))
    @ApiResponse(
            responseCode = "200",
            description = "It synchronously returns a specific reply containing the validation result",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ValidationResult.class)))
    @ApiResponse(
            responseCode = "413",
            description = "The descriptor or the whole body is too large",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = RequestValidationError.class)))
    @ApiResponse(
            responseCode = "503",
            description = "Too many large requests are under way",
            headers =
                    @Header(name = "Retry-After", description = "Seconds to wait", schema = @Schema(type = "integer")),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = SystemError.class)))
    @ErrorResponses
    HttpResponse<?> validate(@Body byte[] body) {
        return work.on(
                body,
                () -> orders.provision(body)
                        .then(admission::verdict)
                        .match(ValidationController::ok, Refusal::busy, TaskDesk::refused));
    }

    /** Asynchronously validate a provisioning request. */
    @Post("/v2/validate")
    @Status(HttpStatus.ACCEPTED)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ProvisioningRequest.class)))
    @TaskResponses
    HttpResponse<?> asyncValidate(@Body byte[] body) {
        return work.on(
                body, () -> desk.submit(orders.provisionOfAnyVersion(body).map(admission::validate)));
    }

    /**
     * Get status and results of an async validation operation.
     *
     * @param token token that identifies the request
     */
    @Get("/v2/validate/{token}/status")
    @ApiResponse(
            responseCode = "200",
            description = "The request status",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ValidationStatus.class)))
    @ErrorResponses
    HttpResponse<?> getValidationStatus(String token) {
        return desk.report(token, Set.of(Operation.VALIDATE), bodies::validation);
    }

    private static HttpResponse<?> ok(ValidationOutcome verdict) {
        return HttpResponse.ok(StatusBodies.result(verdict)).contentType(MediaType.APPLICATION_JSON_TYPE);
    }
}
