package io.outputport.provisioner.flow.validation;

import io.outputport.foundation.trace.ContextPropagation;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

/** How long a validation may take for what it asks of others. */
public final class Budget implements AutoCloseable {
    private static final int MOST_AT_ONCE = 32;

    private final Duration length;
    private final ExecutorService threads =
            new ThreadPoolExecutor(0, MOST_AT_ONCE, 30, TimeUnit.SECONDS, new SynchronousQueue<>());

    /** @param length zero for asking nobody */
    public Budget(Duration length) {
        this.length = length;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    /** @param otherwise makes the answer from the reason why the question was not asked to its end; empty for none */
    public <T> T within(Supplier<T> question, Function<String, T> otherwise) {
        if (length.isZero()) {
            return otherwise.apply("");
        }
        Callable<T> traced = ContextPropagation.wrap(question::get);
        Future<T> answer;
        try {
            answer = threads.submit(traced);
        } catch (RejectedExecutionException busy) {
            return otherwise.apply(
                    "Source, Hasura and role mapper were not asked: too many validations are under way.");
        }
        return await(answer, otherwise);
    }

    private <T> T await(Future<T> answer, Function<String, T> otherwise) {
        try {
            return answer.get(length.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            answer.cancel(true);
            return otherwise.apply("Source, Hasura and role mapper did not answer within " + length.toMillis()
                    + " ms; what they hold is checked when the port is deployed.");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return otherwise.apply("The service is stopping.");
        } catch (ExecutionException bug) {
            throw new IllegalStateException(bug.getCause());
        }
    }
}
