package io.outputport.provisioner.task.store;

import java.time.Instant;

/**
 * What is kept of finished tasks.
 *
 * @param changesSince those that changed something and ended before are not
 * @param readsSince nor are those that only looked and ended before
 * @param mostBytes what all of them keep together; beyond it the oldest go, those that only looked before all others
 */
public record Retention(Instant changesSince, Instant readsSince, long mostBytes) {}
