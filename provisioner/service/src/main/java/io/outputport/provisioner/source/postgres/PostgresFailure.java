package io.outputport.provisioner.source.postgres;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import java.sql.SQLException;
import java.time.Duration;

/** What a failure of the driver means for us; the driver's text stays out, since it may hold names and addresses. */
record PostgresFailure(String hosts, String database) {
    private static final Duration PAUSE = Duration.ofSeconds(10);

    <T> Outcome<T> outcome(SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        if (state.startsWith("28")) {
            return refused("refuses the provisioner's login", state, "Check POSTGRES_USER and POSTGRES_PASSWORD.");
        }
        if ("3D000".equals(state)) {
            return refused("does not exist", state, "Check specific.database, POSTGRES_URL and POSTGRES_SOURCES.");
        }
        if ("42501".equals(state)) {
            return refused("denies the provisioner's user what it asks for", state, "Let it connect and read.");
        }
        return Outcome.later(
                PAUSE,
                Problem.of(PostgresProblems.UNREACHABLE, "The " + place() + " cannot be asked now" + code(state)));
    }

    private <T> Outcome<T> refused(String does, String state, String hint) {
        return Outcome.stopped(Problem.of(PostgresProblems.REFUSED, "The " + place() + " " + does + code(state), hint));
    }

    private String place() {
        return "PostgreSQL database " + database + " on " + hosts;
    }

    private static String code(String state) {
        return state.isEmpty() ? "." : " (SQLSTATE " + state + ").";
    }
}
