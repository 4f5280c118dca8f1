package io.outputport.provisioner.hasura.wave;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.provisioner.hasura.plan.entry.ActualMetadata;
import io.outputport.provisioner.hasura.plan.entry.MetadataEdit;
import io.outputport.provisioner.hasura.wave.cost.WriteCosts;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How the operator wants Hasura to be written: the whole document, single commands, or whichever costs less.
 *
 * <p>A bulk costs a build for each command and touches no other source, but is only safe where Hasura's cache knows all
 * that it touches: of a source or table that is inconsistent it would make a fresh one, without the tables and
 * permissions of the old. A source that the metadata do not hold can be added, as the version that the bulk carries
 * proves that nobody else has added it since.
 */
public enum WritePolicy {
    AUTO,
    REPLACE,
    BULK;

    /** What the looks at everybody's sources, which a few commands save, may cost in addition. */
    private static final double WORTH_SECONDS = 1;

    private static final int FEW = 3;

    /** @param costs what builds and looks cost this Hasura */
    public WriteWay way(List<MetadataEdit> edits, ActualMetadata before, Cached cached, WriteCosts costs) {
        ActualMetadata after = before.after(edits);
        WriteWay whole = WriteWay.replace(after);
        Optional<WriteWay> single = this == REPLACE
                ? Optional.empty()
                : bulk(edits, before, cached)
                        .map(steps ->
                                WriteWay.bulk(steps, after, cached.deadSources().size()));
        return single.filter(bulk -> this == BULK || isWorthIt(bulk, whole, costs))
                .orElse(whole);
    }

    private static boolean isWorthIt(WriteWay bulk, WriteWay whole, WriteCosts costs) {
        double more = costs.seconds(bulk.effort()) - costs.seconds(whole.effort());
        return more <= 0 || (bulk.effort().builds() <= FEW && more <= WORTH_SECONDS);
    }

    private static Optional<List<BulkStep>> bulk(List<MetadataEdit> edits, ActualMetadata before, Cached cached) {
        boolean safe = edits.stream()
                .allMatch(edit -> !cached.deadSources().contains(edit.source())
                        && edit.tableName()
                                .filter(table -> cached.isBroken(edit.source(), table))
                                .isEmpty());
        return safe ? BulkStep.of(edits, before) : Optional.empty();
    }

    /** What Hasura's cache lacks of its metadata. */
    public interface Cached {
        /** Of everything that is known nothing is lacking. */
        Cached ALL = new Cached() {
            @Override
            public Set<String> deadSources() {
                return Set.of();
            }

            @Override
            public boolean isBroken(String source, JsonNode table) {
                return false;
            }
        };

        /** The names of sources that are inconsistent. */
        Set<String> deadSources();

        /** Whether the table is inconsistent. */
        boolean isBroken(String source, JsonNode table);
    }
}
