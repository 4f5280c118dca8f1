package io.outputport.provisioner.task;

import java.util.Optional;
import java.util.UUID;

/** Names a task to the platform: a UUID in its usual text form. */
public record TaskToken(UUID value) {

    /** Reads what the platform sent back, with or without quotes around it; empty when it is no token of ours. */
    public static Optional<TaskToken> parse(String text) {
        String bare = text.replace("\"", "").replace("%22", "").strip();
        return bare.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
                ? Optional.of(new TaskToken(UUID.fromString(bare)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
