package io.outputport.provisioner.hasura.watch;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.provisioner.hasura.remote.SourceRemoval;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sources that were made for output ports and hold nothing any more. With repair they are removed, but only when the check
 * before has seen them empty, too: somebody may just be about to put a table in.
 */
public final class EmptySourceWatch {
    private static final Logger LOG = LoggerFactory.getLogger(EmptySourceWatch.class);

    private final SourceRemoval removal;
    private Set<String> seen = Set.of();

    public EmptySourceWatch(SourceRemoval removal) {
        this.removal = removal;
    }

    /** @return those that are left */
    List<String> look(List<String> empty, boolean removes) {
        List<String> removed = removes ? remove(empty) : List.of();
        List<String> left =
                empty.stream().filter(name -> !removed.contains(name)).toList();
        List<String> news = left.stream().filter(name -> !seen.contains(name)).toList();
        if (!news.isEmpty()) {
            LOG.warn(
                    "Sources in Hasura hold nothing any more: {}. The command sources removes them.",
                    String.join(", ", news));
        }
        seen = Set.copyOf(left);
        return left;
    }

    private List<String> remove(List<String> empty) {
        List<String> again = empty.stream().filter(seen::contains).toList();
        if (again.isEmpty()) {
            return List.of();
        }
        Outcome<List<String>> removed = removal.remove(Set.copyOf(again));
        return removed.match(
                names -> {
                    LOG.info("Sources that held nothing were removed from Hasura: {}.", String.join(", ", names));
                    return names;
                },
                (after, problem) -> List.of(),
                problems -> List.of());
    }
}
