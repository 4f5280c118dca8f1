package io.outputport.provisioner.task.store;

import io.outputport.provisioner.settings.SettingsException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
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
                .load();
    }

    /**
     * Brings them to this version.
     *
     * @return how many steps that took
     */
    int migrate() {
        try {
            return flyway.migrate().migrationsExecuted;
        } catch (FlywayException refused) {
            LOG.error("The tables of the task database could not be brought to this version.", refused);
            throw new SettingsException(
                    "The task database of TASK_DB_URL could not be brought to this version: it holds"
                            + " other tables than ours, or those of a newer version.");
        }
    }

    /** Changes nothing, and needs no right to. */
    void refuseOld() {
        int missing = flyway.info().pending().length;
        if (missing > 0) {
            throw new SettingsException("The tables of the task database are older than this version (" + missing
                    + " steps are missing) and TASK_DB_MIGRATE is false; run java -jar provisioner.jar migrate first.");
        }
    }
}
