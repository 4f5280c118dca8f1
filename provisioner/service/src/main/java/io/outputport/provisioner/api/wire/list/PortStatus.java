package io.outputport.provisioner.api.wire.list;

import io.micronaut.serde.annotation.Serdeable;
import io.outputport.provisioner.flow.ports.PortSummary;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Times are in ISO 8601, in UTC. */
@Serdeable
public record PortStatus(
        String component,

        @Schema(description = "The kind of port: `hasura` for GraphQL")
        String technology,

        @Schema(
                description =
                        "IN_SYNC, DRIFTED, MISSING, CLOSED (being removed, or never deployed completely) or UNWATCHED"
                                + " (nothing to compare with until the next provision)")
        String state,

        @Schema(
                description = "Of GraphQL: the role that consumers have",
                requiredMode = Schema.RequiredMode.NOT_REQUIRED)
        Optional<String> role,

        @Schema(description = "Of GraphQL: the source in Hasura", requiredMode = Schema.RequiredMode.NOT_REQUIRED)
        Optional<String> source,

        @Schema(description = "Of GraphQL: `schema.table`", requiredMode = Schema.RequiredMode.NOT_REQUIRED)
        Optional<String> table,

        @Schema(description = "Where it is served, by names that depend on its technology")
        Map<String, String> place,

        @Schema(
                description = "When it was last carried out completely",
                requiredMode = Schema.RequiredMode.NOT_REQUIRED)
        Optional<String> deployedAt,

        @Schema(
                description =
                        "Whether it is not certain yet that exactly those have access who are to have it: the newest"
                                + " snapshot is not carried out, or a call of the role mapper without an answer may"
                                + " still be at work")
        boolean accessUnsettled,

        @Schema(description = "When its drift was first seen", requiredMode = Schema.RequiredMode.NOT_REQUIRED)
        Optional<String> driftedSince,

        @Schema(description = "In what it differs from what was carried out")
        List<String> differences,

        @Schema(description = "How often it was repaired within the last day")
        int repairs,

        @Schema(description = "Whether it drifts again and again and is not repaired any more")
        boolean alert) {
    public PortStatus {
        differences = List.copyOf(differences);
    }

    public static PortStatus of(PortSummary port) {
        return new PortStatus(
                port.component(),
                port.technology(),
                port.state(),
                Optional.ofNullable(port.place().get("role")),
                Optional.ofNullable(port.place().get("source")),
                Optional.ofNullable(port.place().get("table")),
                port.place(),
                port.deployedAt().map(Object::toString),
                port.accessUnsettled(),
                port.since().map(Object::toString),
                port.differences(),
                port.repairs(),
                port.alert());
    }
}
