package io.outputport.provisioner.source.postgres;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.opentelemetry.api.OpenTelemetry;
import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.transport.CallMeter;
import io.outputport.provisioner.descriptor.source.SourceTechnology;
import io.outputport.provisioner.measure.Dependency;
import io.outputport.provisioner.source.jdbc.QuestionSpans;
import io.outputport.provisioner.source.jdbc.SourceCalls;
import io.outputport.provisioner.source.jdbc.SourceWatch;
import jakarta.annotation.PreDestroy;
import java.util.Optional;

/** Hands PostgreSQL to the rest of the service; made at start, so that a wrong setting stops it. */
@Factory
final class PostgresFactory {
    private final Optional<PostgresTechnology> technology;
    private final SourceCalls calls;

    PostgresFactory(Settings settings, OpenTelemetry telemetry, CallMeter meter) {
        this.calls = new SourceCalls("postgresql", meter);
        this.technology =
                PostgresSettings.from(settings).map(given -> new PostgresTechnology(given, watch(given, telemetry)));
    }

    private SourceWatch watch(PostgresSettings given, OpenTelemetry telemetry) {
        return new SourceWatch(
                new QuestionSpans(telemetry, "postgresql", given.url().hosts()), calls);
    }

    @Context
    @Bean(typed = SourceTechnology.class)
    SourceTechnology technology() {
        return technology.<SourceTechnology>map(it -> it).orElseGet(PostgresTechnology::switchedOff);
    }

    @Context
    @Bean(typed = Dependency.class)
    Dependency health() {
        return technology.<Dependency>map(it -> calls).orElseGet(calls::switchedOff);
    }

    @PreDestroy
    void close() {
        technology.ifPresent(PostgresTechnology::close);
    }
}
