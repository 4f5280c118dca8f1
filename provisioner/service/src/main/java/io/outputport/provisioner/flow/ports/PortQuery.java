package io.outputport.provisioner.flow.ports;

import io.outputport.provisioner.register.PortState;
import io.outputport.provisioner.register.PortWatch;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which ports to list, in the order of their components.
 *
 * @param state one of {@link #STATES}
 * @param after only ports whose component comes after this one
 * @param limit how many at most, 1 to {@link #LARGEST_PAGE}
 */
public record PortQuery(Optional<String> component, Optional<String> state, Optional<String> after, int limit) {
    public static final Set<String> STATES =
            Stream.of(PortState.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());
    public static final int LARGEST_PAGE = PortWatch.Page.LARGEST;

    PortWatch.Page page() {
        return new PortWatch.Page(component, state.map(PortState::valueOf), after, limit);
    }
}
