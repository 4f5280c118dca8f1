package io.outputport.provisioner.flow.trial;

import io.micronaut.context.annotation.Factory;
import io.outputport.foundation.settings.Settings;
import io.outputport.provisioner.port.ConsumerQueries;
import jakarta.inject.Singleton;

@Factory
final class TrialFactory {
    @Singleton
    Trial trial(Settings settings, ConsumerQueries consumers) {
        return new Trial(settings.flag("TRY_QUERIES", false), consumers);
    }
}
