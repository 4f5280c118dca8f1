package io.outputport.provisioner.remote.register;

import io.outputport.provisioner.outcome.Outcome;
import io.outputport.provisioner.outcome.Problem;
import io.outputport.provisioner.outcome.ProblemCode;
import java.sql.SQLException;
import java.time.Duration;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The task database as the register uses it: what it does not do now may work later. */
record RegisterDatabase(Jdbi jdbi) {
    private static final Logger LOG = LoggerFactory.getLogger(RegisterDatabase.class);
    private static final ProblemCode UNAVAILABLE = new ProblemCode("register-unavailable");
    private static final Duration AGAIN = Duration.ofSeconds(5);

    <T> Outcome<T> run(HandleCallback<T, SQLException> work) {
        try {
            return Outcome.done(jdbi.withHandle(work));
        } catch (JdbiException | SQLException unavailable) {
            LOG.warn("The register of ports did not do its part.", unavailable);
            return Outcome.later(
                    AGAIN, Problem.of(UNAVAILABLE, "The provisioner's own database does not answer as it should."));
        }
    }

    /** An H2 commit reaches the file up to half a second later, too late for a process that is killed. */
    <T> Outcome<T> durably(HandleCallback<T, SQLException> work) {
        return run(handle -> {
            T result = handle.inTransaction(work::withHandle);
            if (handle.getConnection().getMetaData().getDatabaseProductName().equals("H2")) {
                handle.execute("checkpoint");
            }
            return result;
        });
    }
}
