package io.outputport.provisioner.flow.admission;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.provisioner.flow.order.AclOrder;
import io.outputport.provisioner.flow.order.ProvisionOrder;
import io.outputport.provisioner.flow.validation.ValidationOutcome;
import io.outputport.provisioner.task.Submission;

/** Judges a request before it becomes a task. */
public interface Admission {
    /** Static rules; {@link Outcome.Stopped} is answered with 400. {@code descriptorKind} may be any text. */
    Outcome<Submission> provision(ProvisionOrder order);

    Outcome<Submission> unprovision(ProvisionOrder order);

    Outcome<Submission> updateAcl(AclOrder order);

    /** For {@code /v2/validate}: always accepted when it is a ProvisioningRequest. */
    Submission validate(ProvisionOrder order);

    /** For {@code /v1/validate}: the verdict now, within the budget; {@link Outcome.Later} when there is no room to read. */
    Outcome<ValidationOutcome> verdict(ProvisionOrder order);
}
