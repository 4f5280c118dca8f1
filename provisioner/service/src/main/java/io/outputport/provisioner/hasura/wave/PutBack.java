package io.outputport.provisioner.hasura.wave;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.provisioner.hasura.plan.entry.ActualMetadata;
import io.outputport.provisioner.hasura.plan.entry.ActualTable;
import io.outputport.provisioner.hasura.plan.entry.MetadataEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The edits that give culprits back what they had, in a document that holds the changes of others too: a source that
 * another port lives in by now stays, and what is back already is not written again.
 */
public final class PutBack {
    private PutBack() {}

    /** @param previous of all culprits, as {@link Wave.Part#previous()} */
    public static List<MetadataEdit> of(List<MetadataEdit> previous, ActualMetadata now) {
        List<MetadataEdit> edits = new ArrayList<>();
        previous.stream()
                .filter(edit -> edit.newSource().isPresent())
                .filter(edit -> now.source(edit.source()).isEmpty())
                .forEach(edits::add);
        previous.stream()
                .filter(edit -> edit.configured()
                        .filter(configured -> differs(configured, now))
                        .isPresent())
                .forEach(edits::add);
        ActualMetadata withSources = now.after(edits);
        previous.stream().filter(edit -> isNeeded(edit, withSources)).forEach(edits::add);
        ActualMetadata withTables = now.after(edits);
        previous.stream()
                .filter(MetadataEdit::removesSource)
                .filter(edit -> isEmpty(edit.source(), withTables))
                .distinct()
                .forEach(edits::add);
        return edits;
    }

    private static boolean differs(MetadataEdit.ConfigureSource edit, ActualMetadata now) {
        return now.source(edit.source())
                .filter(source -> !source.configuration().equals(edit.configuration()))
                .isPresent();
    }

    private static boolean isNeeded(MetadataEdit edit, ActualMetadata now) {
        return edit.match(
                added -> false,
                configured -> false,
                removed -> false,
                put -> now.source(put.source()).isPresent()
                        && table(now, put.source(), put.table())
                                .filter(table -> table.entry().get().equals(put.entry()))
                                .isEmpty(),
                removed -> table(now, removed.source(), removed.table()).isPresent());
    }

    private static Optional<ActualTable> table(ActualMetadata metadata, String source, JsonNode name) {
        return metadata.source(source).flatMap(found -> found.table(name));
    }

    private static boolean isEmpty(String name, ActualMetadata metadata) {
        return metadata.source(name)
                .filter(source -> source.tables().isEmpty() && !source.hasOtherObjects())
                .isPresent();
    }
}
