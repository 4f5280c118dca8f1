package io.outputport.provisioner.remote.register;

import io.micronaut.context.annotation.Factory;
import io.outputport.provisioner.reconcile.PortRegister;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;

@Factory
final class RegisterFactory {
    @Singleton
    PortRegister register(DataSource database) {
        Jdbi jdbi = Jdbi.create(database);
        // The default texts repeat the statement with its values, and these are names of people.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
        return new JdbcPortRegister(jdbi);
    }
}
