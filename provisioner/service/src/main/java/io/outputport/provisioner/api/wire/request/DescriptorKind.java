package io.outputport.provisioner.api.wire.request;

import io.swagger.v3.oas.annotations.media.Schema;

/** Documents the kinds that the API knows. Requests carry the kind as text, so that a wrong one is answered in words. */
@Schema(description = """
                Values:
                 * `DATAPRODUCT_DESCRIPTOR` - Complete descriptor of a data product. It is used in the data product \
                level provisioning workflow; a component's provisioner refuses it.
                 * `COMPONENT_DESCRIPTOR` - Provisioning descriptor for a single data product component. Includes both \
                the complete data product descriptor (`dataProduct` object field) and the id of the component to be \
                provisioned (`componentIdToProvision` string field).
                 * `DATAPRODUCT_DESCRIPTOR_WITH_RESULTS` - This value is not currently used in the scope of a specific \
                provisioner.
                """)
public enum DescriptorKind {
    DATAPRODUCT_DESCRIPTOR,
    COMPONENT_DESCRIPTOR,
    DATAPRODUCT_DESCRIPTOR_WITH_RESULTS
}
