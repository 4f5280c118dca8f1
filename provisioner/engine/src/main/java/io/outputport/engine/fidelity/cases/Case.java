package io.outputport.engine.fidelity.cases;

import java.util.List;
import java.util.Set;

/**
 * One behaviour of Hasura.
 *
 * @param name a sentence that says it
 * @param shows the statements of the list in {@code docs/hasura-fidelity.md} that it proves
 * @param mark the weakest thing that its expected answers rest on
 * @param source where it was read: a file of Hasura's repository, a page of its documentation, an issue
 * @param versions those that behave so
 * @param needs what not every Hasura has, such as {@code snowflake}
 * @param given makes the world it starts from; must succeed
 * @param asks what is sent, one after the other, with the answers that are expected
 */
public record Case(
        String name,
        List<String> shows,
        Mark mark,
        String source,
        Versions versions,
        Set<String> needs,
        List<Exchange> given,
        List<Exchange> asks) {
    public Case {
        shows = List.copyOf(shows);
        needs = Set.copyOf(needs);
        given = List.copyOf(given);
        asks = List.copyOf(asks);
        if (shows.isEmpty() || asks.isEmpty() || source.isBlank()) {
            throw new IllegalArgumentException("The case '" + name + "' shows nothing, asks nothing or has no source.");
        }
    }

    /** Whether the next case can start from the same world when this one went as expected. */
    public boolean changesNothing() {
        return asks.stream().allMatch(Exchange::changesNothing);
    }
}
