package io.outputport.provisioner.hasura.wave;

import io.outputport.provisioner.hasura.plan.entry.ActualMetadata;
import io.outputport.provisioner.hasura.plan.entry.MetadataEdit;
import io.outputport.provisioner.hasura.wave.cost.WriteCosts;
import io.outputport.provisioner.port.plan.ExpectedWrite;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Chooses the way of each write by what is known of the costs then.
 *
 * @param costs as they are known at the moment
 */
public record WriteChoice(WritePolicy policy, Supplier<WriteCosts> costs) {

    public WriteWay of(List<MetadataEdit> edits, ActualMetadata before, WritePolicy.Cached cached) {
        return policy.way(edits, before, cached, costs.get());
    }

    public WriteChoice forced(WritePolicy other) {
        return new WriteChoice(other, costs);
    }

    /** What a write of these edits alone would be, where nothing is inconsistent; empty where there are none. */
    public Optional<ExpectedWrite> forecast(List<MetadataEdit> edits, ActualMetadata before) {
        if (edits.isEmpty()) {
            return Optional.empty();
        }
        WriteCosts known = costs.get();
        WriteWay way = policy.way(edits, before, WritePolicy.Cached.ALL, known);
        return Optional.of(new ExpectedWrite(
                way.word(), way.effort().builds(), Duration.ofMillis(Math.round(1000 * known.seconds(way.effort())))));
    }
}
