package io.outputport.provisioner.flow.watch;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.provisioner.hasura.drift.DriftSearch;
import io.outputport.provisioner.reconcile.SourceRemoval;
import java.util.List;
import java.util.Set;

/**
 * Sources that were made for output ports and hold nothing any more. With repair they are removed, but only when the check
 * before has seen them empty, too: somebody may just be about to put a table in.
 */
final class EmptySourceWatch {
    private final SourceRemoval removal;
    private final DriftLog log;
    private Set<String> seen = Set.of();

    EmptySourceWatch(SourceRemoval removal, DriftLog log) {
        this.removal = removal;
        this.log = log;
    }

    /** @return those that are left */
    List<String> look(DriftSearch search, DriftMode mode) {
        List<String> empty = search.emptySources();
        List<String> removed = mode == DriftMode.REPAIR ? remove(empty) : List.of();
        List<String> left =
                empty.stream().filter(name -> !removed.contains(name)).toList();
        List<String> news = left.stream().filter(name -> !seen.contains(name)).toList();
        if (!news.isEmpty()) {
            log.emptySources(news);
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
                    log.sourcesRemoved(names);
                    return names;
                },
                (after, problem) -> List.of(),
                problems -> List.of());
    }
}
