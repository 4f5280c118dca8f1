package io.outputport.provisioner.api.edge;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.provisioner.api.answer.Refusal;
import io.outputport.provisioner.task.store.TaskStoreException;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The task database does not do its part for now: the caller may send its request again, the log says why in one line. */
@Singleton
final class DatabaseUnavailable implements ExceptionHandler<TaskStoreException, HttpResponse<?>> {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseUnavailable.class);
    private static final ProblemCode UNAVAILABLE = new ProblemCode("task-database-unavailable");
    private static final Duration AGAIN = Duration.ofSeconds(5);

    @Override
    @SuppressWarnings("rawtypes") // as the framework declares it
    public HttpResponse<?> handle(HttpRequest request, TaskStoreException failure) {
        LOG.warn("{} {}: {}", request.getMethodName(), request.getPath(), failure.inOneLine());
        LOG.debug("The task database failed.", failure);
        String what = failure.isReadOnly()
                ? "The provisioner's own database takes no changes for now."
                : "The provisioner's own database does not answer for now.";
        return Refusal.busy(AGAIN, Problem.of(UNAVAILABLE, what, "Send the request again later."));
    }
}
