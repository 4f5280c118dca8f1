package io.outputport.provisioner.hasura.remote;

import io.outputport.foundation.transport.Reply;
import io.outputport.provisioner.hasura.metadata.HasuraClient;
import io.outputport.provisioner.measure.Dependency;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Whether Hasura is there, and whether it serves all that its metadata names. */
public record HasuraHealth(HasuraClient client) implements Dependency {
    public static final String SYSTEM = "hasura";

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Override
    public String system() {
        return SYSTEM;
    }

    @Override
    public DependencyState look() {
        Reply reply = client.health(PATIENCE);
        return reply.match(answer -> answer.isOk() && isWarning(answer), silence -> false)
                ? new DependencyState(HealthLevel.WARN, "Hasura has inconsistent objects in its metadata.")
                : DependencyState.of("Hasura", reply);
    }

    private static boolean isWarning(Reply.Answer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8).startsWith("WARN");
    }
}
