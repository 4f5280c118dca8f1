package io.outputport.provisioner.hasura.dialect;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.outputport.foundation.settings.Settings;
import io.outputport.provisioner.hasura.plan.wanted.HasuraDialect;
import io.outputport.provisioner.source.postgres.PostgresSettings;
import io.outputport.provisioner.source.snowflake.SnowflakeSettings;

/** How Hasura speaks of each kind of source; made at start, so that a wrong setting stops it. */
@Factory
final class DialectFactory {
    @Context
    @Bean(typed = HasuraDialect.class)
    HasuraDialect postgres(Settings settings) {
        return new PostgresDialect(PostgresSettings.from(settings));
    }

    @Context
    @Bean(typed = HasuraDialect.class)
    HasuraDialect snowflake(Settings settings) {
        return new SnowflakeDialect(SnowflakeSettings.from(settings));
    }
}
