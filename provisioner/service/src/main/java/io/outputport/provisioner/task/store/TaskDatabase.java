package io.outputport.provisioner.task.store;

import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.settings.SettingsException;
import io.outputport.foundation.store.DatabaseSettings;
import io.outputport.foundation.store.OpenDatabase;

/** The database that holds the tasks, and what others of the service keep beside them. */
public final class TaskDatabase {
    public static final DatabaseSettings.Purpose PURPOSE =
            new DatabaseSettings.Purpose("task", "TASK_DB", "classpath:db/migration", "provisioner.jar");

    private TaskDatabase() {}

    public static DatabaseSettings settings(Settings settings) {
        return DatabaseSettings.from(settings, PURPOSE);
    }

    /**
     * @param most how many connections may be open at once
     * @throws SettingsException in one sentence, as {@link OpenDatabase#open}
     */
    public static OpenDatabase open(DatabaseSettings settings, int most) {
        OpenDatabase database = OpenDatabase.open(settings, most);
        try {
            releasePicks(database);
            return database;
        } catch (RuntimeException refused) {
            database.close();
            throw refused;
        }
    }

    /**
     * A pick in a database that only we can open was made by a process that is dead: no need to wait for its heart. Durably,
     * since the tables may be new: a file that is closed in the next moment is to hold them when it is opened again.
     */
    private static void releasePicks(OpenDatabase database) {
        if (!database.isShared()) {
            database.database().durably(handle -> handle.execute("""
                    update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null,
                        version = version + 1 where picked"""));
        }
    }
}
