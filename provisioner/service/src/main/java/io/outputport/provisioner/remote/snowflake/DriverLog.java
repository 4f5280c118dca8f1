package io.outputport.provisioner.remote.snowflake;

/** The driver writes through java.util.logging unless it is told otherwise before its first use. */
final class DriverLog {
    private DriverLog() {}

    /** Routes the driver's log to ours, where {@code net.snowflake} is kept quiet: it names users and hosts. */
    static void route() {
        String property = "net.snowflake.jdbc.loggerImpl";
        if (System.getProperty(property) == null) {
            System.setProperty(property, "net.snowflake.client.log.SLF4JLogger");
        }
    }
}
