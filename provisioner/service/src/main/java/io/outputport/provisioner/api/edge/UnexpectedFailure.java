package io.outputport.provisioner.api.edge;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.netty.handler.codec.DecoderException;
import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.api.answer.Refusal;
import io.outputport.provisioner.api.arrival.BodyRefused;
import io.outputport.provisioner.api.body.BodyProblems;
import io.outputport.provisioner.api.body.BodyWork;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a request ends with that no controller has answered: a fault of the caller's, or a bug or a broken database. Of
 * the latter the caller gets a reference, and the operator finds the cause under it in the log.
 */
@Singleton
final class UnexpectedFailure implements ExceptionHandler<Throwable, HttpResponse<?>> {
    private static final Logger LOG = LoggerFactory.getLogger(UnexpectedFailure.class);

    private final Supplier<UUID> ids;

    UnexpectedFailure(Supplier<UUID> ids) {
        this.ids = ids;
    }

    @Override
    @SuppressWarnings("rawtypes") // as the framework declares it
    public HttpResponse<?> handle(HttpRequest request, Throwable failure) {
        if (failure instanceof BodyRefused refused) {
            return refused.isRetryable() ? BodyWork.busy() : badRequest(BodyProblems.malformed());
        }
        if (failure instanceof OutOfMemoryError) {
            // That of the heap has ended the process; this is the direct memory of the connections.
            LOG.warn(
                    "{} {} is answered with 503: {}", request.getMethodName(), request.getPath(), failure.getMessage());
            return BodyWork.busy();
        }
        if (failure instanceof DecoderException) {
            return badRequest(BodyProblems.notDecompressed());
        }
        if (failure instanceof IOException) {
            // Of all that is called here only the connection itself throws one. The caller went away in the middle of
            // its
            // request: nobody reads this answer, and it is no failure of ours.
            LOG.debug(
                    "{} {} was broken off by the caller: {}",
                    request.getMethodName(),
                    request.getPath(),
                    failure.getMessage());
            return badRequest(BodyProblems.empty());
        }
        UUID reference = ids.get();
        LOG.error("{} {} failed, reference {}", request.getMethodName(), request.getPath(), reference, failure);
        Problem problem = Problem.of(
                EdgeErrors.FAILURE,
                "The service failed unexpectedly.",
                "Send the request again later; the operator finds the cause in the log under " + reference + ".");
        return Refusal.of(HttpStatus.INTERNAL_SERVER_ERROR, problem).response();
    }

    private static HttpResponse<?> badRequest(Problem problem) {
        return Refusal.of(HttpStatus.BAD_REQUEST, problem).response();
    }
}
