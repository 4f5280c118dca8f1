package io.outputport.provisioner.hasura.rolemapper;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.core.annotation.Order;
import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.transport.CallMeter;
import io.outputport.foundation.transport.Calls;
import io.outputport.provisioner.hasura.remote.Remote;
import io.outputport.provisioner.measure.Dependency;
import io.outputport.provisioner.register.AccessLedger;
import jakarta.inject.Singleton;

@Factory
final class RoleMapperFactory {
    @Context
    RoleMapperSettings settings(Settings settings) {
        return RoleMapperSettings.from(settings);
    }

    @Singleton
    RoleMapperClient client(RoleMapperSettings settings, Calls calls, CallMeter meter) {
        return new RoleMapperClient(settings, calls.countedAs(RoleMapperHealth.SYSTEM, meter));
    }

    @Singleton
    @Bean(preDestroy = "close")
    LongCalls patientCalls() {
        return new LongCalls();
    }

    @Singleton
    RoleWrites writes(RoleMapperClient client, RoleMapperSettings settings, AccessLedger ledger, LongCalls calls) {
        return new RoleWrites(client, settings, ledger, calls);
    }

    @Context
    @Order(1)
    Remote roleMapper(RoleMapperClient client, RoleWrites writes) {
        return new RoleMapper(client, writes);
    }

    @Singleton
    Dependency health(RoleMapperClient client) {
        return new RoleMapperHealth(client);
    }
}
