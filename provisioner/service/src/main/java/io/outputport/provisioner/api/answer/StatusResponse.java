package io.outputport.provisioner.api.answer;

import io.outputport.provisioner.api.wire.status.ProvisioningStatus;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents the answer that holds a status. The API allows it to every operation; here only the status path gives it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@ApiResponse(
        responseCode = "200",
        description = "The request status",
        content = @Content(mediaType = "application/json", schema = @Schema(implementation = ProvisioningStatus.class)))
public @interface StatusResponse {}
