package io.outputport.provisioner.hasura.wave.writer;

import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;

/** Starts the writer with the service, also where no port is sent: it takes over from a replica that died. */
@Singleton
final class WaveWriterStart {
    private final WaveWriter writer;

    WaveWriterStart(WaveWriter writer) {
        this.writer = writer;
    }

    @EventListener
    void start(StartupEvent started) {
        writer.start();
    }
}
