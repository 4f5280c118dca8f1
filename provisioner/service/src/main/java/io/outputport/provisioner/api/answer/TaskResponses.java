package io.outputport.provisioner.api.answer;

import io.outputport.provisioner.api.wire.error.RequestValidationError;
import io.outputport.provisioner.api.wire.error.SystemError;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents what every operation answers that makes a task of a request. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@ErrorResponses
@ApiResponse(
        responseCode = "202",
        description = "A task token that can be used for polling the status: raw text, or a JSON string where the "
                + "operator switched TOKEN_AS_JSON on",
        content = {
            @Content(mediaType = "text/plain", schema = @Schema(type = "string")),
            @Content(mediaType = "application/json", schema = @Schema(type = "string"))
        })
@ApiResponse(
        responseCode = "413",
        description = "The descriptor or the whole body is too large",
        content =
                @Content(
                        mediaType = "application/json",
                        schema = @Schema(implementation = RequestValidationError.class)))
@ApiResponse(
        responseCode = "503",
        description =
                "The queue is full, the service is stopping, or too many large requests are under way; nothing was stored",
        headers = @Header(name = "Retry-After", description = "Seconds to wait", schema = @Schema(type = "integer")),
        content = @Content(mediaType = "application/json", schema = @Schema(implementation = SystemError.class)))
public @interface TaskResponses {}
