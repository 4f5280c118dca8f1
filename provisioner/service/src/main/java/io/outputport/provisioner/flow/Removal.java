package io.outputport.provisioner.flow;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.provisioner.descriptor.model.RemovalDescriptor;
import io.outputport.provisioner.descriptor.rule.DescriptorCheck;
import io.outputport.provisioner.flow.order.ProductSpan;
import io.outputport.provisioner.flow.order.StoredOrder;
import io.outputport.provisioner.hasura.naming.Naming;
import io.outputport.provisioner.hasura.plan.wanted.PortIdentity;

/** By what a port is known whose descriptor need not be valid any more. */
final class Removal {
    private Removal() {}

    static Outcome<PortIdentity> identity(DescriptorCheck check, StoredOrder order) {
        return check.identify(order.descriptor()).map(Removal::identity);
    }

    static PortIdentity identity(RemovalDescriptor port) {
        ProductSpan.tell(port.product());
        return new PortIdentity(
                port.component(), port.role(), port.prefixes(), port.product().map(Naming::sources));
    }
}
