package io.outputport.provisioner.task.life;

import java.util.Set;

/** Which components are being changed, or wait for it. */
@FunctionalInterface
public interface OpenWork {
    /** The components with an unfinished task that changes them. */
    Set<String> components();
}
