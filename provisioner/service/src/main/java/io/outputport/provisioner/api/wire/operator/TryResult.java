package io.outputport.provisioner.api.wire.operator;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What Hasura answered a consumer. */
@Serdeable
public record TryResult(
        @Schema(description = "The status of Hasura's answer")
        int status,

        @Schema(description = "How long it took") long millis,

        @Schema(
                type = "object",
                additionalProperties = Schema.AdditionalPropertiesValue.TRUE,
                description = "Its body: `data`, or `errors` where the consumer is refused")
        Map<String, Object> answer) {
    public TryResult {
        // Not Map.copyOf: a JSON object keeps its order and may hold null.
        answer = Collections.unmodifiableMap(new LinkedHashMap<>(answer));
    }
}
