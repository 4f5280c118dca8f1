package io.outputport.provisioner.api.wire;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@Serdeable
@Schema(
        name = "UpdateAclRequest",
        requiredProperties = {"refs", "provisionInfo"})
public record UpdateAclRequest(
        @Schema(
                description = "Identities (i.e. users and groups) involved in the ACL update request",
                example = "[\"user:alice\", \"user:bob\", \"group:groupA\", \"group:groupB\", \"group:groupC\"]")
        Optional<List<String>> refs,

        Optional<ProvisionInfo> provisionInfo,

        Optional<Map<String, Object>> accessControlFields) {}
