package io.outputport.provisioner.api;

import io.micronaut.serde.ObjectMapper;
import io.outputport.provisioner.api.wire.DescriptorKind;
import io.outputport.provisioner.api.wire.ProvisionInfo;
import io.outputport.provisioner.api.wire.ProvisioningRequest;
import io.outputport.provisioner.api.wire.UpdateAclRequest;
import io.outputport.provisioner.flow.AclOrder;
import io.outputport.provisioner.flow.ProvisionOrder;
import io.outputport.provisioner.outcome.Outcome;
import io.outputport.provisioner.outcome.Problem;
import io.outputport.provisioner.outcome.ProblemCode;
import io.outputport.provisioner.settings.Settings;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Turns the bodies of the Tech Adapter API into orders: what is required is there, and no descriptor is too large. */
@Singleton
final class Orders {
    static final ProblemCode TOO_LARGE = new ProblemCode("descriptor-too-large");
    static final ProblemCode MISSING = new ProblemCode("request-field-missing");
    private static final int DEFAULT_SIZE = 2 * 1024 * 1024;

    private final ObjectMapper json;
    private final int largestDescriptor;

    Orders(ObjectMapper json, Settings settings) {
        this.json = json;
        this.largestDescriptor = settings.number("MAX_DESCRIPTOR_SIZE", DEFAULT_SIZE, 1, Integer.MAX_VALUE);
    }

    Outcome<ProvisionOrder> of(ProvisioningRequest request) {
        List<Problem> problems = present(
                required("descriptorKind", request.descriptorKind()),
                required("descriptor", request.descriptor()),
                fits("descriptor", request.descriptor()));
        return problems.isEmpty()
                ? Outcome.done(new ProvisionOrder(
                        request.descriptorKind().orElseThrow(),
                        request.descriptor().orElseThrow(),
                        request.removeData().orElse(false),
                        request.latestEnrichedDescriptor()))
                : Outcome.stopped(problems);
    }

    /** As callers of 2.0 and 2.1 sent it: a {@code ValidationRequest} holds a component's descriptor and nothing else. */
    Outcome<ProvisionOrder> ofAnyVersion(ProvisioningRequest request) {
        Optional<String> kind =
                request.descriptorKind().or(() -> Optional.of(DescriptorKind.COMPONENT_DESCRIPTOR.name()));
        return of(new ProvisioningRequest(
                kind, request.descriptor(), request.latestEnrichedDescriptor(), request.removeData()));
    }

    Outcome<AclOrder> of(UpdateAclRequest request) {
        Optional<ProvisionInfo> info = request.provisionInfo();
        Optional<String> descriptor = info.flatMap(ProvisionInfo::request);
        List<Problem> problems = present(
                required("refs", request.refs()),
                required("provisionInfo", info),
                info.isEmpty() ? Optional.empty() : required("provisionInfo.request", descriptor),
                fits("provisionInfo.request", descriptor));
        return problems.isEmpty()
                ? Outcome.done(new AclOrder(
                        request.refs().orElseThrow(),
                        descriptor.orElseThrow(),
                        info.flatMap(ProvisionInfo::result).orElse(""),
                        request.accessControlFields().map(this::text)))
                : Outcome.stopped(problems);
    }

    private String text(Map<String, Object> object) {
        try {
            return json.writeValueAsString(object);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a JSON object that was just read cannot be written", impossible);
        }
    }

    @SafeVarargs
    private static List<Problem> present(Optional<Problem>... problems) {
        return new ArrayList<>(Stream.of(problems).flatMap(Optional::stream).toList());
    }

    private static Optional<Problem> required(String field, Optional<?> value) {
        return value.isPresent()
                ? Optional.empty()
                : Optional.of(new Problem(
                        MISSING,
                        "The request body has no " + field + ".",
                        Optional.of(field),
                        Optional.empty(),
                        Optional.of("Add it; the schema of every request body is shown below /docs.")));
    }

    private Optional<Problem> fits(String field, Optional<String> descriptor) {
        return descriptor
                .filter(text -> text.length() > largestDescriptor
                        || text.getBytes(StandardCharsets.UTF_8).length > largestDescriptor)
                .map(tooLarge -> new Problem(
                        TOO_LARGE,
                        "The descriptor is larger than " + largestDescriptor + " bytes.",
                        Optional.of(field),
                        Optional.empty(),
                        Optional.of("Send a smaller one, or let the operator raise MAX_DESCRIPTOR_SIZE.")));
    }
}
