package io.outputport.provisioner.api.wire.list;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;

/** One page of ports, in the order of their components. */
@Serdeable
public record PortPage(
        List<PortStatus> ports,

        @Schema(description = "What is done about drift: `off`, `report` or `repair`; with `off` nobody looks")
        String driftCheck,

        @Schema(
                description = "Sources in Hasura that were made for output ports and hold nothing any more, by the last"
                        + " drift check of the replica that answers")
        List<String> emptySources,

        @Schema(
                description = "What to send as `after` for the next page; missing on the last one",
                requiredMode = Schema.RequiredMode.NOT_REQUIRED)
        Optional<String> next) {
    public PortPage {
        ports = List.copyOf(ports);
        emptySources = List.copyOf(emptySources);
    }
}
