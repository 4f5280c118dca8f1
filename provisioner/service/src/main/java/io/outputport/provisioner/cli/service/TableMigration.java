package io.outputport.provisioner.cli.service;

import io.outputport.foundation.settings.SettingsException;
import java.util.Map;

/** Brings the tables of the task database to this version, without a service. */
@FunctionalInterface
public interface TableMigration {
    /**
     * @param environment the settings, of which only those of the task database are read
     * @return how many steps were carried out
     * @throws SettingsException when a setting is missing or wrong
     * @throws LocalService.StartRefused when anything else is in the way
     */
    int run(Map<String, String> environment);
}
