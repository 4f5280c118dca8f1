package io.outputport.provisioner.hasura.plan;

import io.outputport.provisioner.hasura.plan.wanted.ServedPort;
import io.outputport.provisioner.hasura.plan.wanted.WantedPort;
import io.outputport.provisioner.port.plan.Plan;

/**
 * How a port is brought to life, and where it then is.
 *
 * @param role the role that consumers get: the one the role mapper holds, else the computed one
 * @param isNew whether it brings the port to life, instead of changing one that people may be using
 */
public record ProvisionPlan(Plan plan, String role, MetadataChange.TrackedPlace place, boolean isNew) {
    /** How Hasura serves the port once the plan is carried out. */
    public ServedPort served(WantedPort wanted) {
        return new ServedPort(
                place.source(),
                place.tableName(),
                wanted.table(),
                wanted.entry(role),
                wanted.columns().kept());
    }
}
