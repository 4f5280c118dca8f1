package io.outputport.provisioner.transport;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

@Factory
final class CallsFactory {
    /** One for all remotes, so that connections are reused. */
    @Singleton
    Calls calls() {
        return new Calls();
    }
}
