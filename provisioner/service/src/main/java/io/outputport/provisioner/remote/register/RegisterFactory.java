package io.outputport.provisioner.remote.register;

import io.micronaut.context.annotation.Factory;
import io.outputport.foundation.store.Database;
import io.outputport.provisioner.reconcile.AccessLedger;
import io.outputport.provisioner.reconcile.PortRegister;
import io.outputport.provisioner.reconcile.PortWatch;
import jakarta.inject.Singleton;

@Factory
final class RegisterFactory {
    @Singleton
    PortRegister register(Database database) {
        return new JdbcPortRegister(new RegisterDatabase(database));
    }

    @Singleton
    AccessLedger ledger(Database database) {
        return new JdbcAccessLedger(new RegisterDatabase(database));
    }

    @Singleton
    PortWatch watch(Database database) {
        return new JdbcPortWatch(new RegisterDatabase(database));
    }
}
