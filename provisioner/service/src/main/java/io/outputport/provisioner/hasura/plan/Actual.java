package io.outputport.provisioner.hasura.plan;

import io.outputport.provisioner.hasura.plan.entry.ActualMetadata;
import java.util.Optional;

/**
 * What is really there, read from every system before a plan is made.
 *
 * @param roleOfComponent the role id that the role mapper holds for the component
 * @param ownerOfComputedRole the component that the role mapper holds for the computed role id
 * @param metadata what Hasura holds
 */
public record Actual(
        Optional<String> roleOfComponent, Optional<String> ownerOfComputedRole, Optional<ActualMetadata> metadata) {
    public static final Actual NOTHING_READ = new Actual(Optional.empty(), Optional.empty(), Optional.empty());

    public Actual withRole(Optional<String> ofComponent, Optional<String> owner) {
        return new Actual(ofComponent, owner, metadata);
    }

    public Actual withMetadata(ActualMetadata read) {
        return new Actual(roleOfComponent, ownerOfComputedRole, Optional.of(read));
    }

    public ActualMetadata requireMetadata() {
        return metadata.orElseThrow(() -> new IllegalStateException("no remote has read Hasura's metadata"));
    }
}
