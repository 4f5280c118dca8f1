package io.outputport.provisioner.port;

import io.outputport.provisioner.descriptor.model.OutputPortDescriptor;
import io.outputport.provisioner.port.people.Standing;

/**
 * A port that is to be brought to life.
 *
 * @param isRepair whether it is carried out as it was once: a column that its source has lost since does not stop it, since
 *     consumers would have nothing instead of the rest
 * @param key by which the same request is known again when its task goes on
 */
public record ProvisionRequest(
        OutputPortDescriptor descriptor, KnownPort known, Standing standing, boolean isRepair, String key) {}
