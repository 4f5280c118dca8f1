package io.outputport.provisioner.task;

/**
 * What a completed task leaves behind.
 *
 * @param sentence the result in words
 * @param info a JSON object for the status: {@code Info} of the Tech Adapter API for provision and the like,
 *     {@code ValidationResult} for a validation
 */
public record TaskResult(String sentence, String info) {}
