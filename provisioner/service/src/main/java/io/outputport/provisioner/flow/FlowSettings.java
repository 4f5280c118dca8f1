package io.outputport.provisioner.flow;

import io.outputport.foundation.settings.Settings;
import java.time.Duration;

/**
 * What the operator decided about operations on all kinds of ports.
 *
 * @param validateBudget how long a validation may ask other systems; zero for static rules only
 * @param validateStrict whether what depends on other systems makes a descriptor invalid
 */
record FlowSettings(Duration validateBudget, boolean validateStrict) {
    static FlowSettings from(Settings settings) {
        return new FlowSettings(
                settings.duration("VALIDATE_BUDGET", Duration.ofSeconds(10)), settings.flag("VALIDATE_STRICT", false));
    }
}
