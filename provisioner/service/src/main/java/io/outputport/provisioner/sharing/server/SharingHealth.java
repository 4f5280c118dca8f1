package io.outputport.provisioner.sharing.server;

import io.outputport.foundation.transport.Reply;
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
    public Standing look() {
        Reply reply = client.health(PATIENCE);
        if (reply instanceof Reply.Silence silence) {
            return new Standing(Status.DOWN, "The sharing server could not be reached: " + silence.sentence() + ".");
        }
        Reply.Answer answer = (Reply.Answer) reply;
        return answer.isOk()
                ? Standing.UP
                : new Standing(Status.DOWN, "The sharing server's health check answers " + answer.status() + ".");
    }
}
