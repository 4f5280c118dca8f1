package io.outputport.provisioner.hasura.wave;

import io.outputport.provisioner.hasura.plan.entry.ActualMetadata;
import io.outputport.provisioner.hasura.plan.entry.MetadataEdit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a sequence of edits comes to. One port may leave a source empty and have it removed, and the next one need it: then
 * the source stays, and only gets the configuration that the later one wants.
 */
final class NetEdits {
    private NetEdits() {}

    static List<MetadataEdit> of(List<MetadataEdit> edits, ActualMetadata before) {
        ActualMetadata after = before.after(edits);
        Set<String> revived = revived(edits, before, after);
        Set<String> gone = edits.stream()
                .map(MetadataEdit::source)
                .filter(source -> after.source(source).isEmpty())
                .collect(Collectors.toSet());
        List<MetadataEdit> net = new ArrayList<>();
        for (MetadataEdit edit : edits) {
            boolean rebuilds = edit.newSource().isPresent() || edit.removesSource();
            if (gone.contains(edit.source())) {
                continue;
            }
            if (!rebuilds || !revived.contains(edit.source())) {
                net.add(edit);
            }
        }
        revived.forEach(source -> net.add(new MetadataEdit.ConfigureSource(
                source, after.source(source).orElseThrow().configuration())));
        gone.stream()
                .filter(source -> before.source(source).isPresent())
                .sorted()
                .forEach(source -> {
                    // Its tables are named too, so that whoever counts commands or puts back sees what goes.
                    edits.stream()
                            .filter(edit -> edit.removesTable() && edit.source().equals(source))
                            .forEach(net::add);
                    net.add(new MetadataEdit.RemoveSource(source));
                });
        return net;
    }

    private static Set<String> revived(List<MetadataEdit> edits, ActualMetadata before, ActualMetadata after) {
        return edits.stream()
                .filter(MetadataEdit::removesSource)
                .map(MetadataEdit::source)
                .filter(source -> before.source(source).isPresent())
                .filter(source -> after.source(source).isPresent())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
