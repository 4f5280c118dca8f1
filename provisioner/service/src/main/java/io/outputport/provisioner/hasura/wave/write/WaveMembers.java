package io.outputport.provisioner.hasura.wave.write;

import io.outputport.provisioner.hasura.metadata.document.MetadataDocument;
import io.outputport.provisioner.hasura.plan.entry.MetadataEdit;
import io.outputport.provisioner.hasura.wave.Wave;
import io.outputport.provisioner.hasura.wave.entry.Claimed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The entries of one write beside what they come to in the metadata as it is.
 *
 * @param wave worked out from {@code entries}
 */
record WaveMembers(List<Claimed> entries, Wave wave) {
    WaveMembers {
        entries = List.copyOf(entries);
    }

    static WaveMembers of(List<Claimed> entries, MetadataDocument document) {
        return new WaveMembers(
                entries, Wave.of(entries.stream().map(Claimed::change).toList(), document.actual()));
    }

    /** One that can be written, and what puts it back, now or from a write before. */
    record Member(Claimed entry, Wave.Part part) {
        /** Whether a write of ours, or of a writer that died, brought about what is there. */
        boolean wasWritten() {
            return !part.changesNothing() || !entry.previous().isEmpty();
        }

        List<MetadataEdit> previous() {
            return part.changesNothing() ? entry.previous() : part.previous();
        }
    }

    List<Member> members() {
        Map<String, Wave.Part> parts = wave.parts().stream()
                .collect(Collectors.toMap(part -> part.change().identity().component(), Function.identity()));
        return entries.stream()
                .flatMap(entry -> Optional.ofNullable(parts.get(entry.component())).stream()
                        .map(part -> new Member(entry, part)))
                .toList();
    }

    Optional<Claimed> entryOf(Wave.RefusedChange refusal) {
        String component = refusal.change().identity().component();
        return entries.stream()
                .filter(entry -> entry.component().equals(component))
                .findFirst();
    }
}
