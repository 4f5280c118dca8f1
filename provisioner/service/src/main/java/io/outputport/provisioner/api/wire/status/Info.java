package io.outputport.provisioner.api.wire.status;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@Serdeable
public record Info(
        @Schema(
                type = "object",
                additionalProperties = Schema.AdditionalPropertiesValue.TRUE,
                description =
                        "Fields to display in the Marketplace UI. Note that only the values compliant to specific "
                                + "structures will be rendered in the \"Technical Information\" card of the Marketplace pages.")
        Map<String, Object> publicInfo,

        @Schema(
                type = "object",
                additionalProperties = Schema.AdditionalPropertiesValue.TRUE,
                description =
                        "All the values in this object will be stored in the deployed descriptor, but will not be shown "
                                + "in the Marketplace UI")
        Map<String, Object> privateInfo,

        @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED)
        Optional<List<AclInfo>> aclInfo) {
    public Info {
        // Not Map.copyOf: a JSON object keeps its order and may hold null.
        publicInfo = Collections.unmodifiableMap(new LinkedHashMap<>(publicInfo));
        privateInfo = Collections.unmodifiableMap(new LinkedHashMap<>(privateInfo));
        aclInfo = aclInfo.map(List::copyOf);
    }
}
