package io.outputport.provisioner.hasura.wave;

import io.outputport.provisioner.hasura.plan.entry.ActualMetadata;
import io.outputport.provisioner.hasura.plan.entry.MetadataEdit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How the operator wants Hasura to be written: the whole document, single commands, or whichever costs less. */
public enum WritePolicy {
    AUTO(2),
    REPLACE(-1),
    BULK(Integer.MAX_VALUE);

    private final int mostSteps;

    WritePolicy(int mostSteps) {
        this.mostSteps = mostSteps;
    }

    /**
     * The commands to send as one {@code bulk}; empty for {@code replace_metadata}. A bulk costs a build for each command
     * and touches no other source, but is only safe where Hasura's cache knows all that it touches: of a source or table
     * that is inconsistent it would make a fresh one, without the tables and permissions of the old.
     *
     * @param deadSources the names of sources that are inconsistent
     * @param broken whether a table is inconsistent
     */
    public Optional<List<BulkStep>> bulk(
            List<MetadataEdit> edits, ActualMetadata before, Set<String> deadSources, BrokenTables broken) {
        boolean safe = edits.stream()
                .allMatch(edit -> before.source(edit.source()).isPresent()
                        && !deadSources.contains(edit.source())
                        && !isBroken(edit, broken));
        return safe ? BulkStep.of(edits, before).filter(steps -> steps.size() <= mostSteps) : Optional.empty();
    }

    /** How many schema builds a write of these edits alone costs, where nothing is inconsistent. */
    public int builds(List<MetadataEdit> edits, ActualMetadata before) {
        return edits.isEmpty()
                ? 0
                : bulk(edits, before, Set.of(), (source, table) -> false)
                        .map(List::size)
                        .orElse(1);
    }

    private static boolean isBroken(MetadataEdit edit, BrokenTables broken) {
        return edit.tableName()
                .filter(table -> broken.contains(edit.source(), table))
                .isPresent();
    }

    /** The tables that Hasura cannot serve. */
    @FunctionalInterface
    public interface BrokenTables {
        boolean contains(String source, com.fasterxml.jackson.databind.JsonNode table);
    }
}
