package io.outputport.provisioner.api;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.foundation.settings.Settings;
import io.outputport.provisioner.api.body.BodyReader;
import io.outputport.provisioner.api.body.Requests;
import io.outputport.provisioner.api.wire.request.DescriptorKind;
import io.outputport.provisioner.api.wire.request.ProvisionInfo;
import io.outputport.provisioner.api.wire.request.ProvisioningRequest;
import io.outputport.provisioner.api.wire.request.UpdateAclRequest;
import io.outputport.provisioner.flow.order.AclOrder;
import io.outputport.provisioner.flow.order.LargestDescriptor;
import io.outputport.provisioner.flow.order.ProvisionOrder;
import io.outputport.provisioner.flow.order.ReverseOrder;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Turns request bodies into orders: the body is readable, what is required is there, no descriptor is too large. */
@Singleton
final class OrderReader {
    static final ProblemCode TOO_LARGE = new ProblemCode("descriptor-too-large");

    private final int largestDescriptor;

    OrderReader(Settings settings) {
        this.largestDescriptor = LargestDescriptor.bytes(settings);
    }

    Outcome<ProvisionOrder> provision(byte[] body) {
        return BodyReader.read(body, Requests::provisioning).then(this::complete);
    }

    /** Takes the {@code ValidationRequest} of 2.0 and 2.1 too, which holds a component's descriptor and nothing else. */
    Outcome<ProvisionOrder> provisionOfAnyVersion(byte[] body) {
        return BodyReader.read(body, Requests::validation)
                .map(request -> new ProvisioningRequest(
                        request.descriptorKind().or(() -> Optional.of(DescriptorKind.COMPONENT_DESCRIPTOR.name())),
                        request.descriptor(),
                        request.latestEnrichedDescriptor(),
                        request.removeData()))
                .then(this::complete);
    }

    Outcome<AclOrder> acl(byte[] body) {
        return BodyReader.read(body, Requests::updateAcl).then(this::complete);
    }

    Outcome<ReverseOrder> reverse(byte[] body) {
        return BodyReader.read(body, Requests::reverseProvisioning).then(this::complete);
    }

    private Outcome<ReverseOrder> complete(Requests.ReverseOrderBody request) {
        List<Problem> problems =
                found(Stream.of(tooLarge("params", request.params()), tooLarge("catalogInfo", request.catalogInfo())));
        return problems.isEmpty()
                ? Outcome.done(new ReverseOrder(
                        request.useCaseTemplateId().orElseThrow(),
                        request.environment().orElseThrow(),
                        request.params().orElse("{}"),
                        request.catalogInfo().orElse("{}")))
                : Outcome.stopped(problems);
    }

    private Outcome<ProvisionOrder> complete(ProvisioningRequest request) {
        List<Problem> problems = found(Stream.of(tooLarge("descriptor", request.descriptor())));
        return problems.isEmpty()
                ? Outcome.done(new ProvisionOrder(
                        request.descriptorKind().orElseThrow(),
                        request.descriptor().orElseThrow(),
                        request.removeData().orElse(false),
                        request.latestEnrichedDescriptor()))
                : Outcome.stopped(problems);
    }

    private Outcome<AclOrder> complete(UpdateAclRequest request) {
        Optional<ProvisionInfo> info = request.provisionInfo();
        Optional<String> descriptor = info.flatMap(ProvisionInfo::request);
        List<Problem> problems = found(Stream.of(tooLarge("provisionInfo.request", descriptor)));
        return problems.isEmpty()
                ? Outcome.done(new AclOrder(
                        request.refs().orElseThrow(),
                        descriptor.orElseThrow(),
                        info.flatMap(ProvisionInfo::result).orElse(""),
                        request.accessControlFields()))
                : Outcome.stopped(problems);
    }

    private static List<Problem> found(Stream<Optional<Problem>> problems) {
        return problems.flatMap(Optional::stream).toList();
    }

    private Optional<Problem> tooLarge(String field, Optional<String> descriptor) {
        return descriptor
                .map(text -> text.getBytes(StandardCharsets.UTF_8).length)
                .filter(bytes -> bytes > largestDescriptor)
                .map(bytes -> problem(
                        TOO_LARGE,
                        field,
                        "The descriptor has " + bytes + " bytes, but at most " + largestDescriptor + " are allowed.",
                        "Send a smaller one, or let the operator raise MAX_DESCRIPTOR_SIZE."));
    }

    private static Problem problem(ProblemCode code, String field, String message, String hint) {
        return new Problem(code, message, Optional.of(field), Optional.empty(), Optional.of(hint));
    }
}
