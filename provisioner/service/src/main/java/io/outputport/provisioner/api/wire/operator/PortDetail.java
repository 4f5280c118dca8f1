package io.outputport.provisioner.api.wire.operator;

import io.micronaut.serde.annotation.Serdeable;
import io.outputport.provisioner.api.wire.list.PortStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;

/** One port, and who is to have access to it. */
@Serdeable
public record PortDetail(
        PortStatus port,

        @Schema(
                description =
                        "Users and groups, as the newest snapshot and the operator have it; missing where it is not"
                                + " known",
                requiredMode = Schema.RequiredMode.NOT_REQUIRED)
        Optional<List<String>> access) {
    public PortDetail {
        access = access.map(List::copyOf);
    }
}
