package io.outputport.provisioner;

import io.outputport.provisioner.cli.service.LocalService.StartRefused;
import io.outputport.provisioner.cli.service.TableMigration;
import io.outputport.provisioner.settings.Settings;
import io.outputport.provisioner.settings.SettingsException;
import io.outputport.provisioner.task.store.TaskDatabase;
import io.outputport.provisioner.task.store.TaskDatabaseSettings;
import java.util.Map;

/** The work of {@code migrate}: what the service does at its start, and nothing else. */
final class Migration implements TableMigration {
    @Override
    public int run(Map<String, String> environment) {
        try {
            Settings settings = Settings.of(environment);
            LogFormat.choose(settings);
            return TaskDatabase.migrate(TaskDatabaseSettings.from(settings));
        } catch (RuntimeException failure) {
            FailedStart failed = FailedStart.of(failure);
            String sentence = failed.sentence().replaceFirst("^Cannot start", "Cannot migrate");
            if (failed.isOfSettings()) {
                throw new SettingsException(sentence);
            }
            throw new StartRefused(sentence, failure);
        }
    }
}
