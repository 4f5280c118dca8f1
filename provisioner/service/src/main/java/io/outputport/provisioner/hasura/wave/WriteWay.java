package io.outputport.provisioner.hasura.wave;

import io.outputport.provisioner.hasura.plan.entry.ActualMetadata;
import io.outputport.provisioner.hasura.plan.entry.ActualSource;
import io.outputport.provisioner.hasura.wave.cost.Effort;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How edits are written.
 *
 * @param bulk the commands of one {@code bulk}; empty for {@code replace_metadata}
 */
public record WriteWay(Optional<List<BulkStep>> bulk, Effort effort) {
    public WriteWay {
        bulk = bulk.map(List::copyOf);
    }

    /** Hasura looks at every source, once. */
    static WriteWay replace(ActualMetadata after) {
        return new WriteWay(Optional.empty(), new Effort(1, after.sources().size(), tables(after)));
    }

    /** @param dead how many sources are inconsistent: Hasura tries them again at each build */
    static WriteWay bulk(List<BulkStep> steps, ActualMetadata after, int dead) {
        int looks = steps.stream().map(BulkStep::looks).mapToInt(Set::size).sum();
        return new WriteWay(Optional.of(steps), new Effort(steps.size(), looks + dead * steps.size(), tables(after)));
    }

    private static int tables(ActualMetadata metadata) {
        return metadata.sources().stream()
                .map(ActualSource::tables)
                .mapToInt(List::size)
                .sum();
    }

    /** Whether Hasura introspects that source for it. */
    public boolean looksInto(String source) {
        return bulk.map(steps -> steps.stream().anyMatch(step -> step.looksInto(source)))
                .orElse(true);
    }

    public boolean isBulk() {
        return bulk.isPresent();
    }

    public String word() {
        return isBulk() ? "bulk" : "replace";
    }
}
