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
        return provisioning(new Field<String>("descriptorKind", BodyReader::text).required(), reader, prefix);
    }

    /** The {@code ValidationRequest} of 2.0 and 2.1 has no kind. */
    public static ProvisioningRequest validation(BodyReader reader, String prefix) throws IOException {
        return provisioning(new Field<>("descriptorKind", BodyReader::text), reader, prefix);
    }

    private static ProvisioningRequest provisioning(Field<String> kind, BodyReader reader, String prefix)
            throws IOException {
        Field<String> descriptor = new Field<String>("descriptor", BodyReader::text).required();
        Field<String> enriched = new Field<>("latestEnrichedDescriptor", BodyReader::text);
        Field<Boolean> removeData = new Field<>("removeData", BodyReader::flag);
        reader.object(prefix, kind, descriptor, enriched, removeData);
        return new ProvisioningRequest(kind.value(), descriptor.value(), enriched.value(), removeData.value());
    }

    public static UpdateAclRequest updateAcl(BodyReader reader, String prefix) throws IOException {
        Field<List<String>> refs = new Field<List<String>>("refs", BodyReader::texts).required();
        Field<ProvisionInfo> info = new Field<ProvisionInfo>(
                        "provisionInfo", (nested, path) -> nested.nested(path, Requests::provisionInfo))
                .required();
        Field<String> fields = new Field<>("accessControlFields", BodyReader::anyObject);
        reader.object(prefix, refs, info, fields);
        return new UpdateAclRequest(refs.value(), info.value(), fields.value());
    }

    public static ReverseOrderBody reverseProvisioning(BodyReader reader, String prefix) throws IOException {
        Field<String> template = new Field<String>("useCaseTemplateId", BodyReader::text).required();
        Field<String> environment = new Field<String>("environment", BodyReader::text).required();
        Field<String> params = new Field<>("params", BodyReader::anyObject);
        Field<String> catalogInfo = new Field<>("catalogInfo", BodyReader::anyObject);
        reader.object(prefix, template, environment, params, catalogInfo);
        return new ReverseOrderBody(template.value(), environment.value(), params.value(), catalogInfo.value());
    }

    public static TrialBody trial(BodyReader reader, String prefix) throws IOException {
        Field<String> query = new Field<String>("query", BodyReader::text).required();
        Field<String> variables = new Field<>("variables", BodyReader::anyObject);
        Field<String> bearer = new Field<String>("bearer", BodyReader::text).required();
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
        Field<String> request = new Field<String>("request", BodyReader::text).required();
        Field<String> result = new Field<>("result", BodyReader::text);
        reader.object(prefix, request, result);
        return new ProvisionInfo(request.value(), result.value());
    }
}
