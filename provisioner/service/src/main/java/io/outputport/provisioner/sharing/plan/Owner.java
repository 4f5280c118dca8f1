package io.outputport.provisioner.sharing.plan;

import java.util.List;
import java.util.Optional;

/**
 * Whose a share is. A port's share says so in its comment; one that lost its comment is still the port's where it is exactly
 * as the register remembers it. Whatever else is there was made by somebody else, and is never written to.
 *
 * @param known how the port stood, and where it may have been put since
 */
public record Owner(String component, List<ServedShare> known) {
    private static final String MARK = "Output port ";

    public Owner {
        known = List.copyOf(known);
    }

    static String mark(String component) {
        return MARK + component;
    }

    /** What its shares say. */
    public String mark() {
        return mark(component);
    }

    public boolean owns(HeldShare share) {
        Optional<String> marked = marked(share);
        return marked.map(component::equals)
                .orElseGet(() -> known.stream()
                        .anyMatch(served ->
                                served.share().equalsIgnoreCase(share.name()) && share.hasTables(served.tables())));
    }

    /** The port that a share says it is of. */
    static Optional<String> marked(HeldShare share) {
        return share.comment().filter(text -> text.startsWith(MARK)).map(text -> text.substring(MARK.length()));
    }
}
