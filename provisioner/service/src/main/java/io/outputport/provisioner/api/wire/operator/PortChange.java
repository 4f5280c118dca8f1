package io.outputport.provisioner.api.wire.operator;

import io.micronaut.serde.annotation.Serdeable;
import io.outputport.provisioner.api.wire.list.PortStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What has changed among the ports. */
@Serdeable
public record PortChange(
        List<PortStatus> ports,

        @Schema(description = "The components of ports that are no more")
        List<String> gone) {
    public PortChange {
        ports = List.copyOf(ports);
        gone = List.copyOf(gone);
    }
}
