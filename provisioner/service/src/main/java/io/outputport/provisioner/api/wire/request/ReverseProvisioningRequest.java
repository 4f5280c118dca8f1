package io.outputport.provisioner.api.wire.request;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import java.util.Optional;

public record ReverseProvisioningRequest(
        @Schema(description = "Component's use case template id", example = "urn:dmb:utm:op-standard:0.0.0")
        Optional<String> useCaseTemplateId,

        @Schema(description = "Target environment", example = "development")
        Optional<String> environment,

        @Schema(
                requiredMode = Schema.RequiredMode.NOT_REQUIRED,
                type = "object",
                additionalProperties = Schema.AdditionalPropertiesValue.TRUE,
                description = "Reverse provisioning input params",
                example = Examples.TABLE)
        Optional<Map<String, Object>> params,

        @Schema(
                requiredMode = Schema.RequiredMode.NOT_REQUIRED,
                type = "object",
                additionalProperties = Schema.AdditionalPropertiesValue.TRUE,
                example = "{}",
                description = "Content of the current `catalog-info.yaml` of the component")
        Optional<Map<String, Object>> catalogInfo) {}
