package io.outputport.provisioner.hasura.metadata;

import io.outputport.provisioner.port.TechnologySwitch;
import java.util.List;

/** On where there is a Hasura. */
public final class HasuraSwitch implements TechnologySwitch {
    @Override
    public String name() {
        return "hasura";
    }

    @Override
    public List<String> required() {
        return List.of("HASURA_URL", "HASURA_ADMIN_SECRET", "ROLE_MAPPER_URL");
    }

    @Override
    public String ports() {
        return "ports on Hasura";
    }
}
