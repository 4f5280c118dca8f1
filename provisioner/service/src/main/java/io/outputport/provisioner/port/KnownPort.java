package io.outputport.provisioner.port;

import io.outputport.provisioner.port.plan.ServedState;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the register knows of a port.
 *
 * @param technology whose port it is; empty for one that was never carried out
 * @param served how it stood when it was last carried out
 * @param tried where it may have been put since, by provisions that did not get to their end
 */
public record KnownPort(
        String component, Optional<String> technology, Optional<ServedState> served, List<ServedState> tried) {
    public KnownPort {
        tried = List.copyOf(tried);
    }

    public static KnownPort unknown(String component) {
        return new KnownPort(component, Optional.empty(), Optional.empty(), List.of());
    }

    /** Whether it is known as a port of another technology. */
    public boolean isOtherThan(String name) {
        return technology.filter(known -> !known.equals(name)).isPresent();
    }

    /** Without what a technology cannot read, since another one has written it. */
    public KnownPort asSeenBy(String name) {
        Stream<ServedState> own =
                tried.stream().filter(state -> state.technology().equals(name));
        return new KnownPort(
                component, technology, served.filter(state -> state.technology().equals(name)), own.toList());
    }
}
