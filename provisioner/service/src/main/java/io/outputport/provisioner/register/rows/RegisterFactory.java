package io.outputport.provisioner.register.rows;

import io.micronaut.context.annotation.Factory;
import io.outputport.foundation.store.Database;
import io.outputport.provisioner.register.AccessLedger;
import io.outputport.provisioner.register.PortRegister;
import io.outputport.provisioner.register.PortWatch;
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
