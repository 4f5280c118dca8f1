package io.outputport.sharing.edge;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.netty.handler.codec.DecoderException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a request ends with that no controller has answered. The operator finds the cause in the log. */
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
        if (failure instanceof IOException || failure instanceof DecoderException) {
            // Of all that is called here only the connection itself throws one: the caller went away, or garbled its
            // body.
            LOG.debug("{} {} was broken off: {}", request.getMethodName(), ShownPath.of(request), failure.getMessage());
            return ErrorCode.MALFORMED_REQUEST.answer("The request body cannot be read to its end.");
        }
        UUID reference = ids.get();
        LOG.error("{} {} failed, reference {}", request.getMethodName(), ShownPath.of(request), reference, failure);
        return ErrorCode.INTERNAL_ERROR.answer(
                "The server failed unexpectedly; its operator finds the cause in the log under " + reference + ".");
    }
}
