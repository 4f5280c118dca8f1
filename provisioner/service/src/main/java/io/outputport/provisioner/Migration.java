package io.outputport.provisioner;

import io.outputport.provisioner.settings.Settings;
import io.outputport.provisioner.task.store.TaskDatabase;
import io.outputport.provisioner.task.store.TaskDatabaseSettings;
import java.io.PrintStream;
import java.util.Map;

/** {@code migrate}: brings the tables of the task database to this version, and ends. Of the settings it reads its own. */
final class Migration {
    /** The first argument that means it. */
    static final String COMMAND = "migrate";

    private Migration() {}

    /** The exit code, as of a start of the service. */
    static int run(Map<String, String> environment, PrintStream out, PrintStream err) {
        try {
            Settings settings = Settings.of(environment);
            LogFormat.choose(settings);
            int steps = TaskDatabase.migrate(TaskDatabaseSettings.from(settings));
            out.println("The task database is at this version; " + steps + " steps were carried out.");
            return 0;
        } catch (RuntimeException failure) {
            FailedStart failed = FailedStart.of(failure);
            err.println(failed.sentence().replaceFirst("^Cannot start", "Cannot migrate"));
            return failed.exitCode();
        }
    }
}
