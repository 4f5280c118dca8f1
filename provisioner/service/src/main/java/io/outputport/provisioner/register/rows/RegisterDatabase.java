package io.outputport.provisioner.register.rows;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.foundation.store.Database;
import java.sql.SQLException;
import java.time.Duration;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The task database as the register uses it: what it does not do now may work later. */
record RegisterDatabase(Database database) {
    private static final Logger LOG = LoggerFactory.getLogger(RegisterDatabase.class);
    private static final ProblemCode UNAVAILABLE = new ProblemCode("register-unavailable");
    private static final Duration AGAIN = Duration.ofSeconds(5);

    <T> Outcome<T> run(HandleCallback<T, SQLException> work) {
        return answered(() -> database.run(work));
    }

    /** For marks that guard people's access: they stand before what they guard begins. */
    <T> Outcome<T> durably(HandleCallback<T, SQLException> work) {
        return answered(() -> database.durably(work));
    }

    private static <T> Outcome<T> answered(Statement<T> statement) {
        try {
            return Outcome.done(statement.carryOut());
        } catch (JdbiException | SQLException unavailable) {
            LOG.warn("The register of ports did not do its part.", unavailable);
            return Outcome.later(
                    AGAIN, Problem.of(UNAVAILABLE, "The provisioner's own database does not answer as it should."));
        }
    }

    private interface Statement<T> {
        T carryOut() throws SQLException;
    }
}
