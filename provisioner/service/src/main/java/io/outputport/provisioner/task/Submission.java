package io.outputport.provisioner.task;

import java.util.Optional;

/**
 * Work that is to become a task.
 *
 * @param component the component's id; tasks of one component are carried out in order of arrival
 * @param request what to carry out, as JSON text that the operation's {@link TaskHandler} understands
 * @param fingerprint equal for submissions of one operation and component that ask for the same; empty when it is like
 *     no other
 */
public record Submission(Operation operation, String component, String request, Optional<String> fingerprint) {
    /** In characters: what every database can still index. */
    public static final int LONGEST_COMPONENT = 600;
    /** In characters: a SHA-256 in hexadecimal digits. */
    public static final int LONGEST_FINGERPRINT = 64;

    public Submission {
        if (component.isBlank() || component.length() > LONGEST_COMPONENT || component.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a component's id has 1 to " + LONGEST_COMPONENT + " characters");
        }
        if (fingerprint.filter(text -> text.length() > LONGEST_FINGERPRINT).isPresent()) {
            throw new IllegalArgumentException("a fingerprint has at most " + LONGEST_FINGERPRINT + " characters");
        }
    }

    /** Work that joins no other. */
    public Submission(Operation operation, String component, String request) {
        this(operation, component, request, Optional.empty());
    }
}
