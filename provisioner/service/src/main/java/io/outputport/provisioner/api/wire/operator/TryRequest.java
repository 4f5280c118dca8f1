package io.outputport.provisioner.api.wire.operator;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import java.util.Optional;

/** Documents a query that is to be asked as a consumer would. */
public record TryRequest(
        @Schema(description = "GraphQL", example = "{ __schema { queryType { name } } }")
        Optional<String> query,

        @Schema(
                requiredMode = Schema.RequiredMode.NOT_REQUIRED,
                type = "object",
                additionalProperties = Schema.AdditionalPropertiesValue.TRUE)
        Optional<Map<String, Object>> variables,

        @Schema(description = "The consumer's own bearer token; in the sandbox the user's name", example = "alice")
        Optional<String> bearer) {}
