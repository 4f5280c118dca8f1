package io.outputport.provisioner.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.outputport.provisioner.outcome.Problem;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A bug or a broken database: the caller gets a reference, the operator finds the cause under it in the log. */
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
        UUID reference = ids.get();
        LOG.error("{} {} failed, reference {}", request.getMethodName(), request.getPath(), reference, failure);
        Problem problem = Problem.of(
                EdgeErrors.FAILURE,
                "The service failed unexpectedly.",
                "Send the request again later; the operator finds the cause in the log under " + reference + ".");
        return Refusal.of(HttpStatus.INTERNAL_SERVER_ERROR, problem).response();
    }
}
