package io.outputport.provisioner.hasura.metadata.document;

import io.outputport.foundation.transport.Pieces;
import io.outputport.provisioner.hasura.plan.MetadataChange;
import io.outputport.provisioner.hasura.plan.entry.ActualMetadata;
import io.outputport.provisioner.hasura.plan.entry.MetadataEdit;
import io.outputport.provisioner.hasura.plan.wanted.WantedPort;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What {@code export_metadata} answers, and what becomes of it.
 *
 * @param metadata the document as text
 */
public record Export(String metadata) {
    /** @param sources JSON objects as text */
    public static Export of(String... sources) {
        return new Export("{\"version\":3,\"sources\":[" + String.join(",", sources) + "],\"actions\":[]}");
    }

    /** The same Hasura after the port was provisioned under the role. */
    public Export with(WantedPort port, String role) {
        return edited(edits(new MetadataChange(port.identity(), role, Optional.of(port))));
    }

    /** The same Hasura after the port was provisioned under the role that its names give. */
    public Export with(WantedPort port) {
        return with(port, port.identity().computedRole().orElseThrow());
    }

    /** The same Hasura after the change; where it is refused, as it was. */
    public Export after(MetadataChange change) {
        return change.edits(actual()).match(edits -> edited(edits.edits()), (after, problem) -> this, problems -> this);
    }

    public ActualMetadata actual() {
        return document().actual();
    }

    /** The text after a change by hand. */
    public Export replacing(String text, String other) {
        if (!metadata.contains(text)) {
            throw new AssertionError("no " + text + " in " + metadata);
        }
        return new Export(metadata.replace(text, other));
    }

    List<MetadataEdit> edits(MetadataChange change) {
        return change.edits(actual()).match(MetadataChange.Edits::edits, (after, problem) -> List.of(), problems -> {
            throw new AssertionError(problems);
        });
    }

    public Export edited(List<MetadataEdit> edits) {
        return new Export(document().edited(edits).toString());
    }

    public MetadataDocument document() {
        try {
            return MetadataReader.read(Pieces.of(text(5).getBytes(StandardCharsets.UTF_8)));
        } catch (IOException broken) {
            throw new AssertionError(metadata, broken);
        }
    }

    public String text(long resourceVersion) {
        return "{\"resource_version\":" + resourceVersion + ",\"metadata\":" + metadata + "}";
    }
}
