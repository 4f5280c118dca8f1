package io.outputport.provisioner.task;

/**
 * Work that is to become a task.
 *
 * @param component the component's id; tasks of one component are carried out in order of arrival
 * @param request what to carry out, as JSON text that the operation's {@link TaskHandler} understands
 */
public record Submission(Operation operation, String component, String request) {}
