package io.outputport.provisioner.remote.postgres;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.opentelemetry.api.OpenTelemetry;
import io.outputport.provisioner.descriptor.source.SourceTechnology;
import io.outputport.provisioner.plan.HasuraDialect;
import io.outputport.provisioner.settings.Settings;
import jakarta.annotation.PreDestroy;
import java.util.Optional;

/** Hands PostgreSQL to the rest of the service; made at start, so that a wrong setting stops it. */
@Factory
final class PostgresFactory {
    private final Optional<PostgresSettings> settings;
    private final Optional<PostgresTechnology> technology;

    PostgresFactory(Settings settings, OpenTelemetry telemetry) {
        this.settings = PostgresSettings.from(settings);
        this.technology = this.settings.map(given -> new PostgresTechnology(given, telemetry));
    }

    @Context
    @Bean(typed = SourceTechnology.class)
    SourceTechnology technology() {
        return technology.<SourceTechnology>map(it -> it).orElseGet(PostgresTechnology::switchedOff);
    }

    @Context
    @Bean(typed = HasuraDialect.class)
    HasuraDialect dialect() {
        return new PostgresDialect(settings);
    }

    @PreDestroy
    void close() {
        technology.ifPresent(PostgresTechnology::close);
    }
}
