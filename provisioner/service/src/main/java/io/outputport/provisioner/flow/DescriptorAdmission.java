package io.outputport.provisioner.flow;

import io.outputport.provisioner.descriptor.validate.DescriptorCheck;
import io.outputport.provisioner.outcome.Outcome;
import io.outputport.provisioner.task.Operation;
import io.outputport.provisioner.task.Submission;

/** Admits what can be carried out as far as its text tells, and asks no other system. */
final class DescriptorAdmission implements Admission {
    /** Whose validation it is, when the descriptor does not say; validations are not kept in order anyway. */
    private static final String UNKNOWN = "unknown";

    private final DescriptorCheck check;
    private final Validate validate;

    DescriptorAdmission(DescriptorCheck check, Validate validate) {
        this.check = check;
        this.validate = validate;
    }

    @Override
    public Outcome<Submission> provision(ProvisionOrder order) {
        return check.check(order.descriptorKind(), order.descriptor())
                .map(descriptor ->
                        submission(Operation.PROVISION, descriptor.port().id().value(), StoredOrder.of(order)));
    }

    @Override
    public Outcome<Submission> unprovision(ProvisionOrder order) {
        return check.identify(order.descriptor())
                .map(removal -> submission(Operation.UNPROVISION, removal.component(), StoredOrder.of(order)));
    }

    @Override
    public Outcome<Submission> updateAcl(AclOrder order) {
        return Refs.of(order.refs())
                .then(refs -> check.identify(order.request()))
                .map(port -> submission(Operation.UPDATE_ACL, port.component(), StoredOrder.of(order)));
    }

    @Override
    public Submission validate(ProvisionOrder order) {
        return check.identify(order.descriptor())
                .map(port -> submission(Operation.VALIDATE, port.component(), StoredOrder.of(order)))
                .match(submission -> submission, (after, problem) -> ofUnknown(order), problems -> ofUnknown(order));
    }

    @Override
    public Verdict verdict(ProvisionOrder order) {
        return validate.judge(order.descriptorKind(), order.descriptor());
    }

    private static Submission ofUnknown(ProvisionOrder order) {
        return new Submission(Operation.VALIDATE, UNKNOWN, StoredOrder.of(order).text());
    }

    private static Submission submission(Operation operation, String component, StoredOrder order) {
        return new Submission(operation, component, order.text());
    }
}
