package io.outputport.provisioner;

import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.settings.SettingsException;
import io.outputport.foundation.start.FailedStart;
import io.outputport.foundation.start.LogFormat;
import io.outputport.provisioner.cli.service.LocalService;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** The service for the length of one command: on loopback, on any free port, and quiet. */
final class LocalServer implements LocalService {
    /** {@code logback.xml} reads it. */
    private static final String LOG_LEVEL = "provisioner.log.level";

    @Override
    public StartedService start(Map<String, String> environment, TaskStorage tasks) {
        Map<String, String> local = new HashMap<>(environment);
        local.put("PROVISIONER_HOST", "127.0.0.1");
        local.put("PROVISIONER_PORT", "0");
        // Whoever runs the command may do what it does; nobody else reaches it.
        local.keySet().removeIf(name -> name.startsWith("API_"));
        if (tasks == TaskStorage.IN_MEMORY) {
            local.keySet().removeIf(name -> name.startsWith("TASK_DB_"));
            local.put("TASK_DB_URL", "jdbc:h2:mem:command");
            local.put("TASK_DB_IN_MEMORY", "true");
        }
        System.setProperty(LOG_LEVEL, "OFF");
        try {
            Settings settings = Settings.of(local, ProvisionerNames.ALL);
            LogFormat.choose(settings);
            return new Started(ProvisionerServer.start(settings));
        } catch (RuntimeException failure) {
            FailedStart failed = FailedStart.of(failure);
            if (failed.isOfSettings()) {
                throw new SettingsException(failed.sentence());
            }
            throw new StartRefused(failed.sentence(), failure);
        }
    }

    private record Started(ProvisionerServer server) implements StartedService {
        @Override
        public URI url() {
            return server.url();
        }

        @Override
        public void close() {
            server.close();
        }
    }
}
