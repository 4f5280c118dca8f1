package io.outputport.foundation.caller;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.outputport.foundation.settings.Settings;
import jakarta.inject.Singleton;

@Factory
final class AccessFactory {
    @Singleton
    AccessSettings settings(Settings settings) {
        return AccessSettings.from(settings);
    }

    @Singleton
    @Requires(property = AccessSettings.ON)
    Callers callers(AccessSettings settings) {
        return new Callers(settings);
    }
}
