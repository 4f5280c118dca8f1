package io.outputport.provisioner.descriptor.subject;

import io.outputport.foundation.settings.Settings;

/** Makes a notation where no service runs; found by {@link java.util.ServiceLoader}. */
public interface OfflineNotation {
    /** @param settings of which only those of rules matter */
    PortNotation of(Settings settings);
}
