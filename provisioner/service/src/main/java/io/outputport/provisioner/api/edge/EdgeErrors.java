package io.outputport.provisioner.api.edge;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.exceptions.BufferLengthExceededException;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.web.router.exceptions.UnsatisfiedBodyRouteException;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.foundation.settings.Settings;
import io.outputport.provisioner.api.answer.Refusal;
import io.outputport.provisioner.api.answer.Sentences;
import io.outputport.provisioner.api.body.BodyLimit;
import io.outputport.provisioner.api.body.BodyProblems;
import jakarta.inject.Singleton;

/**
 * Everything that goes wrong before a controller has its request: the framework knows the status, this adds the
 * sentence. Nothing of an exception's text gets out.
 */
@Singleton
final class EdgeErrors implements ErrorResponseProcessor<Object> {
    static final ProblemCode FAILURE = new ProblemCode("service-failure");
    private static final ProblemCode TOO_LARGE = new ProblemCode("request-too-large");
    private static final ProblemCode CONTENT_TYPE = new ProblemCode("request-content-type");
    private static final ProblemCode PATH = new ProblemCode("path-unknown");
    private static final ProblemCode METHOD = new ProblemCode("method-not-allowed");
    private static final ProblemCode REQUEST = new ProblemCode("request-unreadable");
    private static final String SEE_DOCS = "The paths and bodies are shown below /docs.";
    private static final int LONGEST_PATH = 200;

    private final int largestBody;

    EdgeErrors(Settings settings) {
        this.largestBody = BodyLimit.of(settings);
    }

    @Override
    public MutableHttpResponse<Object> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        Refusal refusal = refusal(context, response.status());
        return response.contentType(MediaType.APPLICATION_JSON_TYPE).body(refusal.body());
    }

    private Refusal refusal(ErrorContext context, HttpStatus status) {
        HttpRequest<?> request = context.getRequest();
        String path = Sentences.clip(request.getPath(), LONGEST_PATH);
        return switch (status) {
            case BAD_REQUEST -> badRequest(context);
            case NOT_FOUND -> of(status, PATH, "There is nothing at " + path + ".", SEE_DOCS, "path");
            case METHOD_NOT_ALLOWED -> method(request);
            case REQUEST_ENTITY_TOO_LARGE -> tooLarge(context, status);
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

    /** That the path is there, but not for this method. */
    static Refusal method(HttpRequest<?> request) {
        String path = Sentences.clip(request.getPath(), LONGEST_PATH);
        String message = path + " does not take " + request.getMethodName() + ".";
        return of(HttpStatus.METHOD_NOT_ALLOWED, METHOD, message, SEE_DOCS, "method");
    }

    private static Refusal badRequest(ErrorContext context) {
        boolean noBody = context.getRootCause()
                .filter(UnsatisfiedBodyRouteException.class::isInstance)
                .isPresent();
        return noBody
                ? Refusal.of(HttpStatus.BAD_REQUEST, BodyProblems.empty())
                : of(HttpStatus.BAD_REQUEST, REQUEST, "The request cannot be read.", SEE_DOCS, "request");
    }

    /** The server answers so to a long address or long headers as well. */
    private Refusal tooLarge(ErrorContext context, HttpStatus status) {
        boolean body = context.getRootCause()
                .filter(cause -> cause instanceof ContentLengthExceededException
                        || cause instanceof BufferLengthExceededException)
                .isPresent();
        String hint = "Send a smaller one, or let the operator raise MAX_BODY_SIZE.";
        return body
                ? of(status, TOO_LARGE, "The request body " + size(context.getRequest()), hint, "body")
                : of(status, REQUEST, "The request's address or headers are too long.", SEE_DOCS, "request");
    }

    /** What is sent in pieces does not say how large it is. */
    private String size(HttpRequest<?> request) {
        long sent = request.getContentLength();
        return sent > largestBody
                ? "has " + sent + " bytes, but at most " + largestBody + " are allowed."
                : "is larger than the " + largestBody + " bytes that are allowed.";
    }

    private static Refusal other(HttpStatus status) {
        return status.getCode() >= 500
                ? Refusal.of(
                        status, Problem.of(FAILURE, "The service failed unexpectedly.", "Its log holds the cause."))
                : of(status, REQUEST, "The request is refused: " + status.getReason() + ".", SEE_DOCS, "request");
    }

    private static Refusal of(HttpStatus status, ProblemCode code, String message, String hint, String field) {
        return Refusal.of(status, Problem.of(code, message, hint)).inField(field);
    }
}
