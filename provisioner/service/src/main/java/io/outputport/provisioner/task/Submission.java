package io.outputport.provisioner.task;

/**
 * Work that is to become a task.
 *
 * @param component the component's id; tasks of one component are carried out in order of arrival
 * @param request what to carry out, as JSON text that the operation's {@link TaskHandler} understands
 */
public record Submission(Operation operation, String component, String request) {
    /** In characters: what every database can still index. */
    public static final int LONGEST_COMPONENT = 600;

    public Submission {
        if (component.isBlank() || component.length() > LONGEST_COMPONENT || component.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a component's id has 1 to " + LONGEST_COMPONENT + " characters");
        }
    }
}
