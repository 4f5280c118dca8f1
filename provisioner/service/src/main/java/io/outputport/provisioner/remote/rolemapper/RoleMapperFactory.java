package io.outputport.provisioner.remote.rolemapper;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.core.annotation.Order;
import io.outputport.provisioner.measure.CallMeter;
import io.outputport.provisioner.measure.Dependency;
import io.outputport.provisioner.reconcile.Remote;
import io.outputport.provisioner.settings.Settings;
import io.outputport.provisioner.transport.Calls;
import jakarta.inject.Singleton;

@Factory
final class RoleMapperFactory {
    @Context
    RoleMapperClient client(Settings settings, Calls calls, CallMeter meter) {
        return new RoleMapperClient(RoleMapperSettings.from(settings), calls.countedAs(RoleMapperHealth.SYSTEM, meter));
    }

    @Context
    @Order(1)
    Remote roleMapper(RoleMapperClient client) {
        return new RoleMapper(client);
    }

    @Singleton
    Dependency health(RoleMapperClient client) {
        return new RoleMapperHealth(client);
    }
}
