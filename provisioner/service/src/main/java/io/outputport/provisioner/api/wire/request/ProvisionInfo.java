package io.outputport.provisioner.api.wire.request;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;

@Schema(description = "Information related to the provisioning workflow of a data product component")
public record ProvisionInfo(
        @Schema(
                example = Examples.DESCRIPTOR,
                description =
                        "Provisioning descriptor of type `COMPONENT_DESCRIPTOR` in JSON format. It had been used to "
                                + "provision the data product component")
        Optional<String> request,

        @Schema(
                description =
                        "Result message (e.g. a provisiong error or a success message returned by the specific provisioner "
                                + "in the ProvisioningStatus)")
        Optional<String> result) {}
