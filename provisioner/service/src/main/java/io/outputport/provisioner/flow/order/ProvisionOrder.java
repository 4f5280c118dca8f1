package io.outputport.provisioner.flow.order;

import java.util.Optional;

/** A {@code ProvisioningRequest} of the Tech Adapter API, with its defaults filled in and nothing of it judged. */
public record ProvisionOrder(
        String descriptorKind, String descriptor, boolean removeData, Optional<String> latestEnrichedDescriptor) {}
