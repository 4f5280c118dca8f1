package io.outputport.provisioner.hasura.drift;

import io.outputport.provisioner.hasura.naming.ProductSources;
import io.outputport.provisioner.hasura.plan.entry.ActualMetadata;
import io.outputport.provisioner.hasura.plan.entry.ActualSource;
import io.outputport.provisioner.hasura.plan.wanted.HasuraDialect;
import io.outputport.provisioner.hasura.plan.wanted.PortIdentity;
import java.util.List;

/** Sources that were made for output ports and hold nothing any more. */
public final class LeftoverSources {
    private LeftoverSources() {}

    /**
     * Of any data product: those whose names follow ours and whose kind is the technology that the name says, and those
     * that the Python service has left.
     */
    public static List<ActualSource> everywhere(ActualMetadata metadata, List<HasuraDialect> dialects) {
        return metadata.sources().stream()
                .filter(LeftoverSources::holdsNothing)
                .filter(source -> dialects.stream()
                        .filter(dialect -> dialect.kind().equals(source.kind()))
                        .anyMatch(dialect -> ProductSources.isOfAnyProduct(source.name(), dialect.technology())
                                || (ProductSources.isLegacy(source.name())
                                        && dialect.isOfPythonService(source.configuration()))))
                .toList();
    }

    /** A source with a customization was set up by hand, also while nothing is in it yet. */
    private static boolean holdsNothing(ActualSource source) {
        return source.tables().isEmpty()
                && !source.hasOtherObjects()
                && source.customization().isNone();
    }

    /** Of one port's data product. */
    public static List<ActualSource> of(PortIdentity port, ActualMetadata metadata) {
        return metadata.sources().stream()
                .filter(LeftoverSources::holdsNothing)
                .filter(source -> isOurs(port, source))
                .toList();
    }

    /**
     * By its name, or because the register says that the port was carried out in it: every source that a port is put into
     * is its data product's own, whatever that was called then.
     */
    public static boolean isOurs(PortIdentity port, ActualSource source) {
        return port.sources().filter(sources -> sources.named(source.name())).isPresent()
                || port.registered()
                        .filter(served -> served.source().equals(source.name()))
                        .isPresent()
                || port.tried().stream().anyMatch(place -> place.source().equals(source.name()));
    }
}
