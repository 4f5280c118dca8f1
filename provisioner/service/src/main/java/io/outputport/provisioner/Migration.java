package io.outputport.provisioner;

import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.settings.SettingsException;
import io.outputport.foundation.start.FailedStart;
import io.outputport.foundation.start.LogFormat;
import io.outputport.foundation.store.OpenDatabase;
import io.outputport.provisioner.cli.service.LocalService.StartRefused;
import io.outputport.provisioner.cli.service.TableMigration;
import io.outputport.provisioner.task.store.TaskDatabase;
import java.util.Map;

/** The work of {@code migrate}: what the service does at its start, and nothing else. */
final class Migration implements TableMigration {
    @Override
    public int run(Map<String, String> environment) {
        try {
            Settings settings = Settings.of(environment, ProvisionerNames.ALL);
            LogFormat.choose(settings);
            return OpenDatabase.migrate(TaskDatabase.settings(settings));
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
