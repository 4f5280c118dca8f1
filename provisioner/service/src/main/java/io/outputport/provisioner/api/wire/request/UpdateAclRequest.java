package io.outputport.provisioner.api.wire.request;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;

public record UpdateAclRequest(
        @Schema(
                description = "Identities (i.e. users and groups) involved in the ACL update request",
                example = "[\"user:alice\", \"user:bob\", \"group:groupA\", \"group:groupB\", \"group:groupC\"]")
        Optional<List<String>> refs,

        Optional<ProvisionInfo> provisionInfo,

        @Schema(
                requiredMode = Schema.RequiredMode.NOT_REQUIRED,
                type = "object",
                additionalProperties = Schema.AdditionalPropertiesValue.TRUE)
        Optional<String> accessControlFields) {}
