package io.outputport.provisioner.flow.admission;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.provisioner.descriptor.rule.DescriptorCheck;
import io.outputport.provisioner.descriptor.rule.DescriptorReading;
import io.outputport.provisioner.flow.order.AclOrder;
import io.outputport.provisioner.flow.order.ProductSpan;
import io.outputport.provisioner.flow.order.ProvisionOrder;
import io.outputport.provisioner.flow.order.Refs;
import io.outputport.provisioner.flow.order.StoredOrder;
import io.outputport.provisioner.flow.validation.Validate;
import io.outputport.provisioner.flow.validation.ValidationOutcome;
import io.outputport.provisioner.measure.ValidationMeter;
import io.outputport.provisioner.task.Operation;
import io.outputport.provisioner.task.Submission;
import java.util.Optional;

/** Admits what can be carried out as far as its text tells, and asks no other system. */
public final class DescriptorAdmission implements Admission {
    /** Whose validation it is, when the descriptor does not say; validations are not kept in order anyway. */
    private static final String UNKNOWN = "unknown";

    private final DescriptorCheck check;
    private final Validate validate;
    private final ValidationMeter meter;

    public DescriptorAdmission(DescriptorCheck check, Validate validate, ValidationMeter meter) {
        this.check = check;
        this.validate = validate;
        this.meter = meter;
    }

    @Override
    public Outcome<Submission> provision(ProvisionOrder order) {
        return check.read(
                order.descriptorKind(),
                order.descriptor(),
                reading -> reading.check().map(descriptor -> {
                    ProductSpan.tell(descriptor.product());
                    return change(Operation.PROVISION, descriptor.component(), order, reading);
                }));
    }

    @Override
    public Outcome<Submission> unprovision(ProvisionOrder order) {
        return check.read(
                order.descriptorKind(),
                order.descriptor(),
                reading -> reading.identify()
                        .map(removal -> change(Operation.UNPROVISION, removal.component(), order, reading)));
    }

    @Override
    public Outcome<Submission> updateAcl(AclOrder order) {
        return Refs.of(order.refs())
                .then(refs -> check.read(
                        order.request(),
                        reading -> reading.identify()
                                .map(port -> submission(
                                        Operation.UPDATE_ACL,
                                        port.component(),
                                        StoredOrder.of(order),
                                        Optional.of(Fingerprint.of(reading, order))))));
    }

    @Override
    public Submission validate(ProvisionOrder order) {
        return check.identify(order.descriptor())
                .map(port -> submission(Operation.VALIDATE, port.component(), StoredOrder.of(order), Optional.empty()))
                .match(submission -> submission, (after, problem) -> ofUnknown(order), problems -> ofUnknown(order));
    }

    @Override
    public Outcome<ValidationOutcome> verdict(ProvisionOrder order) {
        return validate.judge(order.descriptorKind(), order.descriptor()).map(verdict -> verdict.toldTo(meter));
    }

    private static Submission ofUnknown(ProvisionOrder order) {
        return new Submission(Operation.VALIDATE, UNKNOWN, StoredOrder.of(order).text());
    }

    private static Submission change(
            Operation operation, String component, ProvisionOrder order, DescriptorReading reading) {
        return submission(operation, component, StoredOrder.of(order), Optional.of(Fingerprint.of(reading, order)));
    }

    private static Submission submission(
            Operation operation, String component, StoredOrder order, Optional<String> fingerprint) {
        return new Submission(operation, component, order.text(), fingerprint);
    }
}
