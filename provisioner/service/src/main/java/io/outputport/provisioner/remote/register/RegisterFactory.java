package io.outputport.provisioner.remote.register;

import io.micronaut.context.annotation.Factory;
import io.outputport.provisioner.reconcile.PortRegister;
import io.outputport.provisioner.reconcile.PortWatch;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;

@Factory
final class RegisterFactory {
    @Singleton
    PortRegister register(DataSource database) {
        return new JdbcPortRegister(open(database));
    }

    @Singleton
    PortWatch watch(DataSource database) {
        return new JdbcPortWatch(open(database));
    }

    private static RegisterDatabase open(DataSource database) {
        Jdbi jdbi = Jdbi.create(database);
        // The default texts repeat the statement with its values, and these are names of people.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
        return new RegisterDatabase(jdbi);
    }
}
