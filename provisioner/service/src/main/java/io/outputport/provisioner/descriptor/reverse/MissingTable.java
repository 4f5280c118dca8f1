package io.outputport.provisioner.descriptor.reverse;

import io.outputport.foundation.text.Excerpt;
import io.outputport.foundation.text.Nearest;
import io.outputport.provisioner.descriptor.model.SourceTable;
import io.outputport.provisioner.descriptor.source.Neighbours;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What to write instead of the name of a table that is not there. */
public final class MissingTable {
    private static final int BATCH = 200;

    private MissingTable() {}

    /** A sentence: the name that was probably meant, or where to look. */
    public static String advice(SourceTable table, Neighbours neighbours) {
        if (neighbours.tables().isEmpty()) {
            return nearest(table.schema(), neighbours.schemas())
                    .map(near -> "There is no table in a schema of that name; write " + near + " if that is meant.")
                    .orElseGet(() -> "There is no table in a schema of that name that the provisioner may see.");
        }
        return nearest(table.name(), neighbours.tables())
                .map(near -> "Write " + near + " if that is meant.")
                .orElseGet(() -> "The schema has " + Listed.of(neighbours.tables()) + ".");
    }

    /** Fit to stand in a message. */
    public static Optional<String> nearest(String wanted, List<String> candidates) {
        List<String> best = IntStream.iterate(0, from -> from < candidates.size(), from -> from + BATCH)
                .mapToObj(from -> candidates.subList(from, Math.min(from + BATCH, candidates.size())))
                .flatMap(some -> Nearest.to(wanted, some).stream())
                .toList();
        return Nearest.to(wanted, best).map(Excerpt::plain);
    }
}
