package io.outputport.provisioner.hasura.plan;

import io.outputport.provisioner.hasura.plan.wanted.PortIdentity;
import io.outputport.provisioner.hasura.plan.wanted.ServedPort;
import io.outputport.provisioner.hasura.plan.wanted.ServedPortJson;
import io.outputport.provisioner.port.KnownPort;
import java.util.Optional;
import java.util.stream.Stream;

/** A port as it comes out of the register. */
final class Registered {
    private Registered() {}

    /** @param tried where it may have been put since */
    static PortIdentity as(PortIdentity port, Optional<ServedPort> served, ServedPort... tried) {
        return port.known(new KnownPort(
                port.component(),
                Optional.of("hasura"),
                served.map(ServedPortJson::state),
                Stream.of(tried).map(ServedPortJson::state).toList()));
    }

    static PortIdentity as(PortIdentity port, ServedPort served) {
        return as(port, Optional.of(served), new ServedPort[0]);
    }
}
