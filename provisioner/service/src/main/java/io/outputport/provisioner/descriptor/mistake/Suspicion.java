package io.outputport.provisioner.descriptor.mistake;

import io.outputport.provisioner.descriptor.mistake.scene.Scene;
import java.util.Optional;

/** Knows one kind of mistake; empty when the scene does not look like it. */
@FunctionalInterface
interface Suspicion {
    Optional<Mistake> look(Scene scene);
}
