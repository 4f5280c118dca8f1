package io.outputport.sharing.inspection;

import io.outputport.foundation.outcome.Problem;
import io.outputport.sharing.table.Tally;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A table as it was found.
 *
 * @param found empty when its log cannot be read at all
 * @param problems each keeps recipients from reading it; none, and they can
 */
public record Inspection(Optional<Found> found, List<Problem> problems) {
    public Inspection {
        problems = List.copyOf(problems);
    }

    /**
     * What its log says.
     *
     * @param tally empty when the log cannot be gone through to its end
     * @param features what readers must know, by Delta's names
     */
    public record Found(
            String format,
            long version,
            List<InspectedColumn> columns,
            List<String> partitions,
            Set<String> features,
            Optional<Tally> tally) {
        public Found {
            columns = List.copyOf(columns);
            partitions = List.copyOf(partitions);
            features = Set.copyOf(features);
        }
    }
}
