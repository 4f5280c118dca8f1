package io.outputport.provisioner.remote.rolemapper;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.core.annotation.Order;
import io.outputport.provisioner.reconcile.Remote;
import io.outputport.provisioner.settings.Settings;
import io.outputport.provisioner.transport.Calls;

@Factory
final class RoleMapperFactory {
    @Context
    @Order(1)
    Remote roleMapper(Settings settings, Calls calls) {
        return new RoleMapper(new RoleMapperClient(RoleMapperSettings.from(settings), calls));
    }
}
