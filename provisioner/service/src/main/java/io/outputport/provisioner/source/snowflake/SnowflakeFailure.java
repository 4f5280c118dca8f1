package io.outputport.provisioner.source.snowflake;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;

/** What a failure of the driver means for us; the driver's text stays out, since it names users and roles. */
record SnowflakeFailure(String host, String database) {
    private static final Duration PAUSE = Duration.ofSeconds(10);
    /** A session that has ended; the next login mends it. */
    private static final Set<Integer> EXPIRED = Set.of(390_110, 390_111, 390_112, 390_114, 390_115);

    <T> Outcome<T> outcome(SQLException failure) {
        int code = failure.getErrorCode();
        if (code == 2003 || code == 390_201) {
            return refused(
                    "has no database " + database + " that the provisioner's role may use",
                    code,
                    "Check specific.database and the grants of SNOWFLAKE_ROLE.");
        }
        if (code == 606) {
            return refused("finds no warehouse to run on", code, "Check SNOWFLAKE_WAREHOUSE and its grants.");
        }
        if (code == 3001 || "42501".equals(failure.getSQLState())) {
            return refused(
                    "denies the provisioner's role what it asks for", code, "Check the grants of SNOWFLAKE_ROLE.");
        }
        if (code >= 390_100 && code < 395_000 && !EXPIRED.contains(code)) {
            return refused(
                    "refuses the provisioner's login",
                    code,
                    "Check SNOWFLAKE_USER, its password, token or key, and SNOWFLAKE_ROLE.");
        }
        return Outcome.later(
                PAUSE,
                Problem.of(
                        SnowflakeProblems.UNREACHABLE, "Snowflake at " + host + " cannot be asked now" + said(code)));
    }

    private <T> Outcome<T> refused(String does, int code, String hint) {
        return Outcome.stopped(
                Problem.of(SnowflakeProblems.REFUSED, "Snowflake at " + host + " " + does + said(code), hint));
    }

    private static String said(int code) {
        return code == 0 ? "." : " (error " + code + ").";
    }
}
