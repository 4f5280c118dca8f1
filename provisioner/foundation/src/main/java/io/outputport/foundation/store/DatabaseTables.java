package io.outputport.foundation.store;

import io.outputport.foundation.settings.SettingsException;
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

/** The tables of a database and their versions. */
final class DatabaseTables {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseTables.class);

    private final Flyway flyway;
    private final DatabaseSettings.Purpose purpose;

    DatabaseTables(DataSource database, DatabaseSettings.Purpose purpose) {
        this.purpose = purpose;
        this.flyway = Flyway.configure()
                .dataSource(database)
                .locations(purpose.migrations())
                .ignoreMigrationPatterns("*:pending", "*:future")
                // refuseChanged has, in our own words.
                .validateOnMigrate(false)
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
            LOG.debug("The tables of the {} could not be brought to this version.", purpose.database(), refused);
            throw new SettingsException("The " + purpose.database() + " of " + purpose.url()
                    + " could not be brought to this version" + state(refused)
                    + ": it holds other tables than ours, or those of a newer version, or its user may not make"
                    + " tables.");
        }
    }

    /** Changes nothing, and needs no right to. */
    void refuseOld() {
        refuseChanged();
        int missing = flyway.info().pending().length;
        if (missing > 0) {
            throw new SettingsException(
                    "The tables of the " + purpose.database() + " are older than this version (" + missing
                            + " steps are missing) and " + purpose.setting("MIGRATE") + " is false; run java -jar "
                            + purpose.program() + " migrate first.");
        }
    }

    private void refuseChanged() {
        try {
            flyway.validateWithResult().invalidMigrations.stream().findFirst().ifPresent(step -> {
                throw new SettingsException(sentence(step));
            });
        } catch (FlywayException unreadable) {
            LOG.debug("The versions of the tables could not be read.", unreadable);
            throw new SettingsException("The versions of the tables of the " + purpose.database() + " cannot be read"
                    + state(unreadable) + "; they stand in its table flyway_schema_history.");
        }
    }

    private String sentence(ValidateOutput step) {
        String which = "Step " + step.version + " of the tables of the " + purpose.database() + " ";
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
