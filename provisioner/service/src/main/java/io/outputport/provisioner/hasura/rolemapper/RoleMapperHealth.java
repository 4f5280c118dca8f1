package io.outputport.provisioner.hasura.rolemapper;

import io.outputport.provisioner.measure.Dependency;
import java.time.Duration;

/** Whether the role mapper is there. It has no health check of its own, so it is asked for a role that does not exist. */
record RoleMapperHealth(RoleMapperClient client) implements Dependency {
    static final String SYSTEM = "role-mapper";

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Override
    public String system() {
        return SYSTEM;
    }

    @Override
    public DependencyState look() {
        return client.look(PATIENCE)
                .match(
                        answer -> RoleMapperClient.isUp(answer)
                                ? DependencyState.UP
                                : down("The role mapper answers " + answer.status() + "."),
                        silence -> down("The role mapper could not be reached: " + silence.sentence() + "."));
    }

    private static DependencyState down(String reason) {
        return new DependencyState(HealthLevel.DOWN, reason);
    }
}
