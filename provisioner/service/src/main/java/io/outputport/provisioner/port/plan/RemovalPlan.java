package io.outputport.provisioner.port.plan;

/**
 * What is left to do of a removal once access is taken away.
 *
 * @param somethingThere whether anything of the port is there to be removed
 * @param nothingThere otherwise, the sentence that says so
 */
public record RemovalPlan(Plan plan, boolean somethingThere, String nothingThere) {}
