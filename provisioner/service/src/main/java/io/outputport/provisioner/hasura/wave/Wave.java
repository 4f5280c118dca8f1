package io.outputport.provisioner.hasura.wave;

import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.hasura.plan.MetadataChange;
import io.outputport.provisioner.hasura.plan.MetadataChange.Edits;
import io.outputport.provisioner.hasura.plan.entry.ActualMetadata;
import io.outputport.provisioner.hasura.plan.entry.MetadataEdit;
import java.util.ArrayList;
import java.util.List;

/**
 * The changes of several ports, worked out one after the other as if each were written before the next is looked at. So
 * of two that want one name or one table the earlier gets it, and two that need one new source share it.
 *
 * @param before what it was worked out against
 * @param parts what can be written, in order of arrival
 */
public record Wave(ActualMetadata before, List<Part> parts, List<RefusedChange> refused) {
    public Wave {
        parts = List.copyOf(parts);
        refused = List.copyOf(refused);
    }

    /**
     * One port's part.
     *
     * @param previous the edits that put back what it changes
     */
    public record Part(MetadataChange change, Edits edits, List<MetadataEdit> previous) {
        public Part {
            previous = List.copyOf(previous);
        }

        public boolean changesNothing() {
            return edits.edits().isEmpty();
        }
    }

    /** A port whose wish does not go together with what is there, or with what an earlier one wants. */
    public record RefusedChange(MetadataChange change, List<Problem> problems) {
        public RefusedChange {
            problems = List.copyOf(problems);
        }
    }

    /** @param changes in order of arrival */
    public static Wave of(List<MetadataChange> changes, ActualMetadata before) {
        List<Part> parts = new ArrayList<>();
        List<RefusedChange> refused = new ArrayList<>();
        ActualMetadata soFar = before;
        for (MetadataChange change : changes) {
            ActualMetadata seen = soFar;
            soFar = change.edits(seen)
                    .match(
                            edits -> {
                                parts.add(new Part(change, edits, Restoration.of(edits.edits(), seen)));
                                return seen.after(edits.edits());
                            },
                            (after, problem) -> {
                                refused.add(new RefusedChange(change, List.of(problem)));
                                return seen;
                            },
                            problems -> {
                                refused.add(new RefusedChange(change, problems));
                                return seen;
                            });
        }
        return new Wave(before, parts, refused);
    }

    /** All of it as one write; empty when everything is as wanted. */
    public List<MetadataEdit> edits() {
        List<MetadataEdit> all =
                parts.stream().flatMap(part -> part.edits().edits().stream()).toList();
        return NetEdits.of(all, before);
    }
}
