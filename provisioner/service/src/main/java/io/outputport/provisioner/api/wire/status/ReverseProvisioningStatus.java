package io.outputport.provisioner.api.wire.status;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

@Serdeable
public record ReverseProvisioningStatus(
        @Schema(description = """
                        - `RUNNING`: the reverse provisioning operation is still running
                        - `COMPLETED`: the operation is complete and the `updates` object is ready
                        - `FAILED`: an exception occurred while running the reverse provisioning operation (additional \
                        details could be found in the `logs` array)
                        """) AsyncStatus status,

        @Schema(
                type = "object",
                additionalProperties = Schema.AdditionalPropertiesValue.TRUE,
                description = "Field updates to be applied to the component's `catalog-info.yaml`. See the Reverse "
                        + "Provisioning documentation to learn more about the syntax of this object.",
                example = "{\"metadata.fieldA\": \"Value A\", \"spec.mesh.description\": \"Updated value\"}")
        Map<String, Object> updates,

        @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED)
        List<Log> logs) {
    public ReverseProvisioningStatus {
        updates = Collections.unmodifiableMap(new LinkedHashMap<>(updates));
        logs = List.copyOf(logs);
    }
}
