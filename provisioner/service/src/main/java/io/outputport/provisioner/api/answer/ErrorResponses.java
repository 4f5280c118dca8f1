package io.outputport.provisioner.api.answer;

import io.outputport.provisioner.api.wire.error.RequestValidationError;
import io.outputport.provisioner.api.wire.error.SystemError;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents the errors that every operation can answer. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Parameter(
        name = "details",
        in = ParameterIn.QUERY,
        required = false,
        description = "With `true` the answer also has fields that the Tech Adapter API does not name: `details` and "
                + "`notices`",
        schema = @Schema(type = "boolean", defaultValue = "false"))
@ApiResponse(
        responseCode = "400",
        description = "Invalid input",
        content =
                @Content(
                        mediaType = "application/json",
                        schema = @Schema(implementation = RequestValidationError.class)))
@ApiResponse(
        responseCode = "401",
        description = "Credentials are asked for, and none that are known were sent",
        content =
                @Content(
                        mediaType = "application/json",
                        schema = @Schema(implementation = RequestValidationError.class)))
@ApiResponse(
        responseCode = "403",
        description = "The caller may look, but not change anything",
        content =
                @Content(
                        mediaType = "application/json",
                        schema = @Schema(implementation = RequestValidationError.class)))
@ApiResponse(
        responseCode = "500",
        description = "System problem",
        content = @Content(mediaType = "application/json", schema = @Schema(implementation = SystemError.class)))
public @interface ErrorResponses {}
