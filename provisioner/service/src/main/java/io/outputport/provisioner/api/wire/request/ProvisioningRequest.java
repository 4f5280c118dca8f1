package io.outputport.provisioner.api.wire.request;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;

public record ProvisioningRequest(
        @Schema(implementation = DescriptorKind.class, example = "COMPONENT_DESCRIPTOR")
        Optional<String> descriptorKind,

        @Schema(
                example = Examples.DESCRIPTOR,
                description =
                        "Descriptor specification in yaml format. Its structure changes according to `descriptorKind`. If a "
                                + "component is dependent on another one, the COMPONENT_DESCRIPTOR descriptor will be enriched with "
                                + "the Provisioning Info of the dependency component.")
        Optional<String> descriptor,

        @Schema(
                requiredMode = Schema.RequiredMode.NOT_REQUIRED,
                description =
                        "*Filled only in case of provision/unprovison requests.* Complete data product descriptor (YAML "
                                + "format), enriched with provisioning info provided by the specific provisioners during the latest "
                                + "(successful or failed) provisioning/unprovisioning operation for each component.")
        Optional<String> latestEnrichedDescriptor,

        @Schema(
                defaultValue = "false",
                description = "If true, when a component is undeployed, its underlying data will also be deleted")
        Optional<Boolean> removeData) {}
