package io.outputport.provisioner.plan;

import java.util.List;

/** Sources that were made for a port's data product and hold nothing any more. */
final class EmptySources {
    private EmptySources() {}

    static List<ActualSource> of(PortIdentity port, ActualMetadata metadata) {
        return metadata.sources().stream()
                .filter(source -> source.tables().isEmpty() && !source.hasOtherObjects())
                .filter(source -> isOurs(port, source))
                .toList();
    }

    /**
     * By its name, or because the register says that the port was carried out in it: every source that a port is put into
     * is its data product's own, whatever that was called then.
     */
    static boolean isOurs(PortIdentity port, ActualSource source) {
        return port.sources().filter(sources -> sources.named(source.name())).isPresent()
                || port.registered()
                        .filter(served -> served.source().equals(source.name()))
                        .isPresent();
    }
}
