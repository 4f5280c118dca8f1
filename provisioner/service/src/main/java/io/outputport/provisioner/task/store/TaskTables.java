package io.outputport.provisioner.task.store;

import io.outputport.provisioner.settings.SettingsException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.ValidateOutput;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tables of the task database and their versions. */
final class TaskTables {
    private static final Logger LOG = LoggerFactory.getLogger(TaskTables.class);

    private final Flyway flyway;

    TaskTables(DataSource database) {
        this.flyway = Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .ignoreMigrationPatterns("*:pending", "*:future")
                .load();
    }

    /**
     * Brings them to this version.
     *
     * @return how many steps that took
     */
    int migrate() {
        refuseChanged();
        try {
            return flyway.migrate().migrationsExecuted;
        } catch (FlywayException refused) {
            LOG.debug("The tables of the task database could not be brought to this version.", refused);
            throw new SettingsException(
                    "The task database of TASK_DB_URL could not be brought to this version" + state(refused)
                            + ": it holds other tables than ours, or those of a newer version, or its user may not make"
                            + " tables.");
        }
    }

    /** Changes nothing, and needs no right to. */
    void refuseOld() {
        refuseChanged();
        int missing = flyway.info().pending().length;
        if (missing > 0) {
            throw new SettingsException("The tables of the task database are older than this version (" + missing
                    + " steps are missing) and TASK_DB_MIGRATE is false; run java -jar provisioner.jar migrate first.");
        }
    }

    private void refuseChanged() {
        try {
            flyway.validateWithResult().invalidMigrations.stream().findFirst().ifPresent(step -> {
                throw new SettingsException(sentence(step));
            });
        } catch (FlywayException unreadable) {
            LOG.debug("The versions of the tables could not be read.", unreadable);
            throw new SettingsException("The versions of the tables of the task database cannot be read"
                    + state(unreadable) + "; they stand in its table flyway_schema_history.");
        }
    }

    private static String sentence(ValidateOutput step) {
        String which = "Step " + step.version + " of the tables of the task database ";
        return step.errorDetails.errorCode == CoreErrorCode.FAILED_VERSIONED_MIGRATION
                ? which + "failed at an earlier start; mend what stood in its way, delete its row from the table"
                        + " flyway_schema_history (success is false), and start again: a step may run twice."
                : which + "is not the one of this version: they were made by another build; start that one, or put back"
                        + " a copy of the database from before it.";
    }

    private static String state(FlywayException refused) {
        Optional<String> state = Stream.<Throwable>iterate(refused, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .filter(SQLException.class::isInstance)
                .map(cause -> ((SQLException) cause).getSQLState())
                .findFirst();
        return state.map(known -> " (SQL state " + known + ")").orElse("");
    }
}
