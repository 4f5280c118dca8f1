package io.outputport.foundation.transport;

import io.opentelemetry.api.OpenTelemetry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/** Makes HTTP calls and turns everything that can happen into a {@link Reply}. */
public final class Calls {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration OTHERWISE = Duration.ofSeconds(30);
    private static final Duration LONGEST_RETRY_AFTER = Duration.ofMinutes(5);

    private final HttpClient client;
    private final Duration rest;
    private final Map<String, SystemBreaker> breakers = new ConcurrentHashMap<>();
    private final CallSpans spans;
    private final CallTimes times;

    /** Calls that nobody traces. */
    public Calls(Duration rest) {
        this(rest, OpenTelemetry.noop());
    }

    /** @param rest how long a system that does not answer is left in peace */
    public Calls(Duration rest, OpenTelemetry telemetry) {
        this(
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(CONNECT)
                        .build(),
                rest,
                new CallSpans(telemetry),
                new CallTimes("other", CallMeter.NONE));
    }

    private Calls(HttpClient client, Duration rest, CallSpans spans, CallTimes times) {
        this.client = client;
        this.rest = rest;
        this.spans = spans;
        this.times = times;
    }

    /** The same connections for the calls to one system, which are counted under its name. */
    public Calls countedAs(String system, CallMeter meter) {
        Calls named = new Calls(client, rest, spans, new CallTimes(system, meter));
        meter.watch(system, named::state);
        return named;
    }

    /** Starts a request that answers within {@code timeout} or not at all. */
    public static HttpRequest.Builder to(URI address, Duration timeout) {
        return HttpRequest.newBuilder(address).timeout(timeout).header("Accept", "application/json");
    }

    /**
     * @param request with a time-out, which counts until the last byte of the answer
     * @param largest the longest body that is read, in bytes
     */
    public Reply send(HttpRequest request, int largest) {
        return send(request, largest, Endurance.NONE);
    }

    /** The same for a call that is waited for beyond its time-out while the other system is at work on it. */
    public Reply send(HttpRequest request, int largest, Endurance endurance) {
        SystemBreaker breaker =
                breakers.computeIfAbsent(request.uri().getAuthority(), system -> new SystemBreaker(rest));
        if (!breaker.letsThrough()) {
            return new Reply.Silence(false, false, breaker.resting());
        }
        Reply reply = times.around(() -> spans.around(request, traced -> exchange(traced, largest, endurance)));
        if (reply instanceof Reply.Silence) {
            breaker.silent();
        } else {
            breaker.answered();
        }
        return reply;
    }

    /** The worst of them; what nobody has called yet is closed. */
    private BreakerState state() {
        return breakers.values().stream()
                .map(SystemBreaker::state)
                .max(Comparator.naturalOrder())
                .orElse(BreakerState.CLOSED);
    }

    /** A look at whether a system is there: it counts neither for the circuit breaker nor as a call, and leaves no span. */
    public Reply look(HttpRequest request, int largest) {
        return exchange(request, largest, Endurance.NONE);
    }

    private Reply exchange(HttpRequest request, int largest, Endurance endurance) {
        Duration timeout = request.timeout().orElse(OTHERWISE);
        CompletableFuture<HttpResponse<Pieces>> answer =
                client.sendAsync(endurance.lengthen(request, timeout), head -> new BoundedBody(largest));
        try {
            HttpResponse<Pieces> response = endurance.await(answer, timeout);
            Reply.Answer whole = new Reply.Answer(
                    response.statusCode(),
                    response.body(),
                    retryAfter(response),
                    response.headers().firstValue("ETag"));
            return Silences.misplaced(request.uri().getScheme(), whole).orElse(whole);
        } catch (TimeoutException tooSlow) {
            answer.cancel(true);
            return new Reply.Silence(true, true, Silences.TOO_SLOW);
        } catch (InterruptedException stopping) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return new Reply.Silence(true, false, "this service is stopping");
        } catch (ExecutionException broken) {
            return Silences.of(broken.getCause(), largest);
        }
    }

    /** Only the form in seconds; a date would need a clock that agrees with the other side's. */
    private static Optional<Duration> retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(text -> text.matches("\\d{1,6}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .map(wait -> wait.compareTo(LONGEST_RETRY_AFTER) > 0 ? LONGEST_RETRY_AFTER : wait);
    }

    /**
     * What is done when a call's time-out is over: given up, or waited for as long again because the other system is seen to be
     * at work.
     *
     * @param times how many time-outs are waited for at most
     * @param isAtWork asked after each with the time waited so far
     */
    public record Endurance(int times, Predicate<Duration> isAtWork) {
        static final Endurance NONE = new Endurance(1, waited -> false);

        /** The client's own time-out must not come first. */
        HttpRequest lengthen(HttpRequest request, Duration timeout) {
            return times == 1
                    ? request
                    : HttpRequest.newBuilder(request, (name, value) -> true)
                            .timeout(timeout.multipliedBy(times + 1L))
                            .build();
        }

        <T> T await(Future<T> answer, Duration timeout)
                throws InterruptedException, ExecutionException, TimeoutException {
            long begun = System.nanoTime();
            for (int waited = 1; ; waited++) {
                try {
                    return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
                } catch (TimeoutException tooSlow) {
                    if (waited >= times || !isAtWork.test(Duration.ofNanos(System.nanoTime() - begun))) {
                        throw tooSlow;
                    }
                }
            }
        }
    }
}
