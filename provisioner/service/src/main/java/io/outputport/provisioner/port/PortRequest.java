package io.outputport.provisioner.port;

import io.outputport.provisioner.descriptor.model.RemovalDescriptor;
import java.util.List;
import java.util.Optional;

/** A port that is there, or was: what its descriptor still tells, and what the register knows. */
public record PortRequest(RemovalDescriptor descriptor, KnownPort known) {
    /** Of a port of which no descriptor is at hand. */
    public static PortRequest of(KnownPort known) {
        RemovalDescriptor nothing =
                new RemovalDescriptor(known.component(), Optional.empty(), List.of(), Optional.empty());
        return new PortRequest(nothing, known);
    }

    public String component() {
        return descriptor.component();
    }
}
