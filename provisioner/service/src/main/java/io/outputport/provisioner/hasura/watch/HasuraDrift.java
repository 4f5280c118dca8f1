package io.outputport.provisioner.hasura.watch;

import io.outputport.provisioner.hasura.drift.MetadataDrift;
import io.outputport.provisioner.hasura.plan.wanted.ServedPortJson;
import io.outputport.provisioner.port.Drift;
import io.outputport.provisioner.port.DriftSearch;
import io.outputport.provisioner.port.KnownPort;
import io.outputport.provisioner.port.plan.ServedState;
import java.util.List;
import java.util.Map;

/** One export of Hasura's metadata for all ports, and the role mapper's word for some of them. */
public record HasuraDrift(MetadataDrift metadata, RoleLook roles, EmptySourceWatch sources) implements DriftSearch {
    @Override
    public Drift of(ServedState port) {
        return metadata.of(ServedPortJson.read(port));
    }

    @Override
    public Map<String, Boolean> accessLost(List<KnownPort> ports) {
        return roles.missing(ports);
    }

    @Override
    public String accessLostSentence() {
        return "the role mapper does not know its role";
    }

    @Override
    public List<String> leftovers(boolean removes) {
        return sources.look(metadata.emptySources(), removes);
    }
}
