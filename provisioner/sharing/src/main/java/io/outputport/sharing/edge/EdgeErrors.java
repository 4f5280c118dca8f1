package io.outputport.sharing.edge;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.outputport.foundation.outcome.Masking;
import jakarta.inject.Singleton;

/**
 * Everything that goes wrong before a controller has its request: the framework knows the status, this adds the sentence.
 * Nothing of an exception's text gets out.
 */
@Singleton
final class EdgeErrors implements ErrorResponseProcessor<Object> {
    private static final int LONGEST_PATH = 200;
    private static final String SEE_DOCS = " The calls are shown below /docs.";

    @Override
    public MutableHttpResponse<Object> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        HttpStatus status = response.status();
        ErrorCode code = code(status);
        return response.contentType(MediaType.APPLICATION_JSON_TYPE)
                .body(new ErrorBody(code.name(), message(code, context.getRequest(), status)));
    }

    private static ErrorCode code(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> ErrorCode.RESOURCE_DOES_NOT_EXIST;
            case METHOD_NOT_ALLOWED -> ErrorCode.METHOD_NOT_ALLOWED;
            case REQUEST_ENTITY_TOO_LARGE -> ErrorCode.REQUEST_TOO_LARGE;
            case UNSUPPORTED_MEDIA_TYPE -> ErrorCode.UNSUPPORTED_MEDIA_TYPE;
            default -> status.getCode() >= 500 ? ErrorCode.INTERNAL_ERROR : ErrorCode.MALFORMED_REQUEST;
        };
    }

    private static String message(ErrorCode code, HttpRequest<?> request, HttpStatus status) {
        return switch (code) {
            case RESOURCE_DOES_NOT_EXIST -> "There is nothing at " + path(request) + "." + SEE_DOCS;
            case METHOD_NOT_ALLOWED -> path(request) + " does not take " + request.getMethodName() + "." + SEE_DOCS;
            case REQUEST_TOO_LARGE -> "The request is too large: its body, its address or its headers.";
            case UNSUPPORTED_MEDIA_TYPE ->
                "The request body must be JSON. Send it with the header Content-Type: application/json.";
            case INTERNAL_ERROR -> "The server failed unexpectedly. Its log holds the cause.";
            default -> "The request cannot be read: " + status.getReason() + "." + SEE_DOCS;
        };
    }

    private static String path(HttpRequest<?> request) {
        String path = Masking.inOneLine(request.getPath());
        return path.length() <= LONGEST_PATH ? path : path.substring(0, LONGEST_PATH) + "…";
    }
}
