package io.outputport.provisioner.hasura.rolemapper;

import io.outputport.foundation.transport.Reply;
import io.outputport.provisioner.measure.Dependency;
import java.time.Duration;

/** Whether the role mapper is there. It has no health check of its own, so it is asked for a role that does not exist. */
record RoleMapperHealth(RoleMapperClient client) implements Dependency {
    static final String SYSTEM = "role-mapper";

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int ITS_OWN_FAULT = 500;

    @Override
    public String system() {
        return SYSTEM;
    }

    @Override
    public Standing look() {
        Reply reply = client.look(PATIENCE);
        if (reply instanceof Reply.Silence silence) {
            return new Standing(Status.DOWN, "The role mapper could not be reached: " + silence.sentence() + ".");
        }
        int status = ((Reply.Answer) reply).status();
        return status < ITS_OWN_FAULT
                ? Standing.UP
                : new Standing(Status.DOWN, "The role mapper answers " + status + ".");
    }
}
