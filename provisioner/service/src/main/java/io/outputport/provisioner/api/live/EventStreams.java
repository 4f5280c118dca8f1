package io.outputport.provisioner.api.live;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.sse.Event;
import io.micronaut.runtime.graceful.GracefulShutdownCapable;
import io.micronaut.scheduling.TaskExecutors;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.provisioner.api.answer.Refusal;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Streams of events. None lasts long: its caller comes again with the id it heard last, and so shows its credentials
 * again, finds another replica where this one is gone, and never runs into the idle time of a proxy.
 */
@Singleton
final class EventStreams implements GracefulShutdownCapable {
    private static final Logger LOG = LoggerFactory.getLogger(EventStreams.class);
    private static final ProblemCode TOO_MANY = new ProblemCode("events-too-many");
    private static final int MOST = 100;
    private static final Duration LONGEST = Duration.ofSeconds(50);
    private static final Duration COME_AGAIN = Duration.ofSeconds(10);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Scheduler threads;
    private final AtomicInteger open = new AtomicInteger();
    private final Sinks.Empty<Void> stop = Sinks.empty();

    EventStreams(@Named(TaskExecutors.BLOCKING) ExecutorService threads) {
        this.threads = Schedulers.fromExecutorService(threads);
    }

    /** @param look what is to be told since it was asked last; nothing else runs it meanwhile */
    HttpResponse<?> answer(Duration period, Supplier<List<Event<Object>>> look) {
        if (open.incrementAndGet() > MOST) {
            open.decrementAndGet();
            return Refusal.busy(
                    COME_AGAIN, Problem.of(TOO_MANY, "Too many streams of events are open.", "Close some, or wait."));
        }
        return HttpResponse.ok(stream(period, look)).contentType(MediaType.TEXT_EVENT_STREAM_TYPE);
    }

    private Flux<Event<Object>> stream(Duration period, Supplier<List<Event<Object>>> look) {
        return Flux.interval(Duration.ZERO, period)
                // One look at a time; a slow database makes them rarer, not more.
                .onBackpressureDrop()
                .publishOn(threads, 1)
                .concatMapIterable(tick -> look.get(), 1)
                .map(event -> event.retry(RETRY))
                .take(LONGEST)
                .takeUntilOther(stop.asMono())
                .onErrorResume(failed -> {
                    LOG.debug("A stream of events ends early; its caller comes again.", failed);
                    return Flux.empty();
                })
                .doFinally(end -> open.decrementAndGet());
    }

    /** The stop of the service waits for requests that run. */
    @Override
    public CompletionStage<?> shutdownGracefully() {
        stop.tryEmitEmpty();
        return CompletableFuture.completedFuture(null);
    }
}
