package io.outputport.provisioner.cli.service;

import io.outputport.foundation.settings.SettingsException;
import java.net.URI;
import java.util.Map;

/** Starts the service inside this process, on loopback only, for as long as one command lasts. */
@FunctionalInterface
public interface LocalService {
    /** Which database the service keeps its tasks in. */
    enum TaskStorage {
        /** None that outlives the command, so that a running service is not disturbed; for what changes nothing. */
        IN_MEMORY,
        /** That of the settings, so that accepted work is not lost. */
        AS_SET
    }

    /** What was started, until it is closed. */
    interface StartedService extends AutoCloseable {
        URI url();

        @Override
        void close();
    }

    /**
     * @param environment the settings
     * @throws SettingsException when a setting is missing or wrong, or the task database cannot be had
     * @throws StartRefused when anything else is in the way
     */
    StartedService start(Map<String, String> environment, TaskStorage tasks);

    /** Why the service cannot be started here, in one sentence. */
    final class StartRefused extends RuntimeException {
        public StartRefused(String sentence, Throwable cause) {
            super(sentence, cause);
        }
    }
}
