package io.outputport.provisioner.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.outputport.provisioner.outcome.Problem;
import io.outputport.provisioner.outcome.ProblemCode;
import jakarta.inject.Singleton;

/**
 * Everything that goes wrong before a controller has its request: the framework knows the status, this adds the
 * sentence. Nothing of an exception's text gets out.
 */
@Singleton
final class EdgeErrors implements ErrorResponseProcessor<Object> {
    private static final ProblemCode TOO_LARGE = new ProblemCode("request-too-large");
    private static final ProblemCode CONTENT_TYPE = new ProblemCode("request-content-type");
    private static final ProblemCode PATH = new ProblemCode("path-unknown");
    private static final ProblemCode METHOD = new ProblemCode("method-not-allowed");
    private static final ProblemCode REQUEST = new ProblemCode("request-unreadable");
    static final ProblemCode FAILURE = new ProblemCode("service-failure");
    private static final String SEE_DOCS = "The paths and bodies are shown below /docs.";

    @Override
    public MutableHttpResponse<Object> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        Refusal refusal = refusal(context, HttpStatus.valueOf(response.code()));
        return response.contentType(MediaType.APPLICATION_JSON_TYPE).body(refusal.body());
    }

    private static Refusal refusal(ErrorContext context, HttpStatus status) {
        HttpRequest<?> request = context.getRequest();
        return switch (status) {
            case BAD_REQUEST ->
                UnreadableBody.of(context.getRootCause())
                        .map(problem -> Refusal.of(status, problem).inField("body"))
                        .orElseGet(() -> of(status, REQUEST, "The request cannot be read.", SEE_DOCS, "request"));
            case NOT_FOUND -> of(status, PATH, "There is nothing at " + path(request) + ".", SEE_DOCS, "path");
            case METHOD_NOT_ALLOWED ->
                of(
                        status,
                        METHOD,
                        request.getMethodName() + " is not possible at " + path(request) + ".",
                        SEE_DOCS,
                        "method");
            case REQUEST_ENTITY_TOO_LARGE ->
                of(
                        status,
                        TOO_LARGE,
                        "The request body is too large.",
                        "Send a smaller one, or let the operator raise MAX_BODY_SIZE.",
                        "body");
            case UNSUPPORTED_MEDIA_TYPE ->
                of(
                        status,
                        CONTENT_TYPE,
                        "The request body must be JSON.",
                        "Send it with the header Content-Type: application/json.",
                        "Content-Type");
            default -> other(status);
        };
    }

    private static Refusal other(HttpStatus status) {
        return status.getCode() >= 500
                ? Refusal.of(
                        status, Problem.of(FAILURE, "The service failed unexpectedly.", "Its log holds the cause."))
                : of(
                        status,
                        REQUEST,
                        "The request cannot be answered: " + status.getReason() + ".",
                        SEE_DOCS,
                        "request");
    }

    private static Refusal of(HttpStatus status, ProblemCode code, String message, String hint, String field) {
        return Refusal.of(status, Problem.of(code, message, hint)).inField(field);
    }

    private static String path(HttpRequest<?> request) {
        return Sentences.clip(request.getPath(), 200);
    }
}
