package io.outputport.provisioner.flow.order;

/**
 * A {@code ReverseProvisioningRequest} of the Tech Adapter API, nothing of it judged.
 *
 * @param params a JSON object as text, {@code {}} for none
 * @param catalogInfo the same, of the component's {@code catalog-info.yaml}
 */
public record ReverseOrder(String useCaseTemplateId, String environment, String params, String catalogInfo) {}
