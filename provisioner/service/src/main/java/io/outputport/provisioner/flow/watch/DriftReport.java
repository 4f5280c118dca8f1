package io.outputport.provisioner.flow.watch;

import java.time.Instant;

/**
 * What one drift check has found.
 *
 * @param skipped ports with an unfinished task
 * @param alerted of the drifted and missing ones: those that are not repaired any more
 */
public record DriftReport(Instant at, int inSync, int drifted, int missing, int skipped, int alerted) {}
