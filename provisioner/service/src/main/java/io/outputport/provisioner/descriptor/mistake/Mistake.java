package io.outputport.provisioner.descriptor.mistake;

import io.outputport.foundation.outcome.Position;

/**
 * What somebody wrote by mistake.
 *
 * @param place where it was written, not where it was noticed
 * @param message what is wrong there
 * @param hint what to write instead
 */
public record Mistake(Position place, String message, String hint) {}
