package io.outputport.provisioner.api.wire.status;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

@Serdeable
public record AclInfo(
        @Schema(description = "User or group who has been granted access to a resource during the provisioning phase")
        String identity,

        @Schema(
                description =
                        "Describes whether the user or group can be directly manipulated by the access control panel in "
                                + "Witboost")
        boolean locked) {}
