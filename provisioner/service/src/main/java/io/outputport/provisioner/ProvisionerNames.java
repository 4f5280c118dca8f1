package io.outputport.provisioner;

import io.outputport.foundation.settings.OwnNames;
import java.util.Set;

/** The settings under the service's own prefix. */
final class ProvisionerNames {
    static final OwnNames ALL = new OwnNames(
            "provisioner",
            Set.of(
                    "PROVISIONER_PORT",
                    "PROVISIONER_HOST",
                    "PROVISIONER_BASE_PATH",
                    "PROVISIONER_SERVER",
                    "PROVISIONER_TOKEN",
                    "PROVISIONER_TOKEN_FILE"),
            Set.of());

    private ProvisionerNames() {}
}
