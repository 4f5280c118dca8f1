package io.outputport.provisioner.metrics.day;

/**
 * What is remembered of a meter.
 *
 * @param of which of several of this name; empty where there is one
 * @param sum whether it only ever grows, so that what was added in a step is what counts
 */
record Figure(String name, String of, boolean sum) {}
