package io.outputport.foundation.transport;

import io.micronaut.context.annotation.Factory;
import io.opentelemetry.api.OpenTelemetry;
import jakarta.inject.Singleton;
import java.time.Duration;

@Factory
final class CallsFactory {
    private static final Duration REST = Duration.ofSeconds(5);

    /** One for all remotes, so that connections are reused. */
    @Singleton
    Calls calls(OpenTelemetry telemetry) {
        return new Calls(REST, telemetry);
    }
}
