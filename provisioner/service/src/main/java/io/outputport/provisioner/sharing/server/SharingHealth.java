package io.outputport.provisioner.sharing.server;

import io.outputport.provisioner.measure.Dependency;
import java.time.Duration;

/** Whether the sharing server is there and ready. */
public record SharingHealth(SharingClient client) implements Dependency {
    public static final String SYSTEM = "sharing";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Override
    public String system() {
        return SYSTEM;
    }

    @Override
    public DependencyState look() {
        return DependencyState.of("The sharing server", client.health(PATIENCE));
    }
}
