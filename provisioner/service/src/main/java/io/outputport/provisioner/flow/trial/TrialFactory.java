package io.outputport.provisioner.flow.trial;

import io.micronaut.context.annotation.Factory;
import io.outputport.foundation.settings.Settings;
import io.outputport.provisioner.port.ConsumerQueries;
import jakarta.inject.Singleton;
import java.util.Optional;

@Factory
final class TrialFactory {
    /** Where no kind of port that is on answers queries, there is nothing to try. */
    @Singleton
    Trial trial(Settings settings, Optional<ConsumerQueries> consumers) {
        return new Trial(settings.flag("TRY_QUERIES", false), consumers);
    }
}
