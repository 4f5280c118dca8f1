package io.outputport.provisioner.api.health;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Whether the start is over: the service has been ready once. From then on it says so for ever, so that what comes later
 * is left to the other two probes.
 */
@Hidden
@Controller("/health/startup")
class StartupController {
    private final QueueHealth queue;
    private final AtomicBoolean started = new AtomicBoolean();

    StartupController(QueueHealth queue) {
        this.queue = queue;
    }

    @Get(produces = MediaType.APPLICATION_JSON)
    CompletableFuture<HttpResponse<Map<String, String>>> startup() {
        return started.get()
                ? CompletableFuture.completedFuture(answer())
                : queue.whyNotReady().thenApply(reason -> {
                    started.compareAndSet(false, reason.isEmpty());
                    return answer();
                });
    }

    private HttpResponse<Map<String, String>> answer() {
        return started.get()
                ? HttpResponse.ok(Map.of("status", "UP"))
                : HttpResponse.status(HttpStatus.SERVICE_UNAVAILABLE).body(Map.of("status", "DOWN"));
    }
}
