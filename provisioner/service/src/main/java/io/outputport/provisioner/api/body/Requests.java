package io.outputport.provisioner.api.body;

import io.outputport.provisioner.api.wire.request.ProvisionInfo;
import io.outputport.provisioner.api.wire.request.ProvisioningRequest;
import io.outputport.provisioner.api.wire.request.UpdateAclRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The shapes of the request bodies. */
public final class Requests {
    private Requests() {}

    public static ProvisioningRequest provisioning(BodyReader reader, String prefix) throws IOException {
        return provisioning(new BodyField<String>("descriptorKind", BodyReader::text).required(), reader, prefix);
    }

    /** The {@code ValidationRequest} of 2.0 and 2.1 has no kind. */
    public static ProvisioningRequest validation(BodyReader reader, String prefix) throws IOException {
        return provisioning(new BodyField<>("descriptorKind", BodyReader::text), reader, prefix);
    }

    private static ProvisioningRequest provisioning(BodyField<String> kind, BodyReader reader, String prefix)
            throws IOException {
        BodyField<String> descriptor = new BodyField<String>("descriptor", BodyReader::text).required();
        BodyField<String> enriched = new BodyField<>("latestEnrichedDescriptor", BodyReader::text);
        BodyField<Boolean> removeData = new BodyField<>("removeData", BodyReader::flag);
        reader.object(prefix, kind, descriptor, enriched, removeData);
        return new ProvisioningRequest(kind.value(), descriptor.value(), enriched.value(), removeData.value());
    }

    public static UpdateAclRequest updateAcl(BodyReader reader, String prefix) throws IOException {
        BodyField<List<String>> refs = new BodyField<List<String>>("refs", BodyReader::texts).required();
        BodyField<ProvisionInfo> info = new BodyField<ProvisionInfo>(
                        "provisionInfo", (nested, path) -> nested.nested(path, Requests::provisionInfo))
                .required();
        BodyField<String> fields = new BodyField<>("accessControlFields", BodyReader::anyObject);
        reader.object(prefix, refs, info, fields);
        return new UpdateAclRequest(refs.value(), info.value(), fields.value());
    }

    public static ReverseOrderBody reverseProvisioning(BodyReader reader, String prefix) throws IOException {
        BodyField<String> template = new BodyField<String>("useCaseTemplateId", BodyReader::text).required();
        BodyField<String> environment = new BodyField<String>("environment", BodyReader::text).required();
        BodyField<String> params = new BodyField<>("params", BodyReader::anyObject);
        BodyField<String> catalogInfo = new BodyField<>("catalogInfo", BodyReader::anyObject);
        reader.object(prefix, template, environment, params, catalogInfo);
        return new ReverseOrderBody(template.value(), environment.value(), params.value(), catalogInfo.value());
    }

    public static TrialBody trial(BodyReader reader, String prefix) throws IOException {
        BodyField<String> query = new BodyField<String>("query", BodyReader::text).required();
        BodyField<String> variables = new BodyField<>("variables", BodyReader::anyObject);
        BodyField<String> bearer = new BodyField<String>("bearer", BodyReader::text).required();
        reader.object(prefix, query, variables, bearer);
        return new TrialBody(
                query.value().orElse(""), variables.value(), bearer.value().orElse(""));
    }

    /** A query, whose variables are still text, and as whom it is asked. */
    public record TrialBody(String query, Optional<String> variables, String bearer) {}

    /** A {@code ReverseProvisioningRequest} whose objects are still text. */
    public record ReverseOrderBody(
            Optional<String> useCaseTemplateId,
            Optional<String> environment,
            Optional<String> params,
            Optional<String> catalogInfo) {}

    private static ProvisionInfo provisionInfo(BodyReader reader, String prefix) throws IOException {
        BodyField<String> request = new BodyField<String>("request", BodyReader::text).required();
        BodyField<String> result = new BodyField<>("result", BodyReader::text);
        reader.object(prefix, request, result);
        return new ProvisionInfo(request.value(), result.value());
    }
}
