package io.outputport.provisioner.port.plan;

/**
 * How a port stood when it was last carried out, in words that only its technology reads. Kept in the register, so it holds
 * names only, no secret.
 *
 * @param technology whose port it is
 * @param json an object that every later version of the technology can read
 */
public record ServedState(String technology, String json) {}
