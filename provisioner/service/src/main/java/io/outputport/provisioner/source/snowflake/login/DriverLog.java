package io.outputport.provisioner.source.snowflake.login;

import java.util.logging.Level;
import java.util.logging.Logger;

/** The driver writes through java.util.logging unless it is told otherwise before its first use. */
public final class DriverLog {
    private static final String PROPERTY = "net.snowflake.jdbc.loggerImpl";
    /** Kept, since a logger that nobody holds forgets its level. */
    private static final Logger OWN_LOG = Logger.getLogger("net.snowflake");

    private DriverLog() {}

    /**
     * Routes the driver's log to ours, where it can be switched on. Whoever asked {@link java.sql.DriverManager} first
     * may have loaded the driver already; then it stays silent, since it names users and hosts at every failure.
     */
    public static void route() {
        if (System.getProperty(PROPERTY) == null) {
            System.setProperty(PROPERTY, "net.snowflake.client.log.SLF4JLogger");
        }
        OWN_LOG.setLevel(Level.OFF);
    }
}
