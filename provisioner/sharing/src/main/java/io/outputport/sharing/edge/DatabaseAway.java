package io.outputport.sharing.edge;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.outputport.sharing.store.StoreUnavailable;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Our own database does not do its part for now: nobody is let in, and the caller may come again. */
@Singleton
public final class DatabaseAway implements ExceptionHandler<StoreUnavailable, HttpResponse<?>> {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseAway.class);
    private static final String SECONDS = "5";

    @Override
    @SuppressWarnings("rawtypes") // as the framework declares it
    public HttpResponse<?> handle(HttpRequest request, StoreUnavailable failure) {
        if (failure.isRace()) {
            return ErrorCode.PRECONDITION_FAILED.answer("Somebody changed the same at the same time. Read it again.");
        }
        LOG.warn("{} {}: {}", request.getMethodName(), ShownPath.of(request), failure.inOneLine());
        LOG.debug("The share database failed.", failure);
        return answer("The server's own database does not answer for now. Send the request again later.");
    }

    /** For whatever else cannot be told now. */
    public static HttpResponse<?> answer(String message) {
        return ErrorCode.TEMPORARILY_UNAVAILABLE.answer(message).header(HttpHeaders.RETRY_AFTER, SECONDS);
    }
}
