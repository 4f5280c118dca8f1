package io.outputport.engine.build;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.engine.build.source.LiveSource;
import io.outputport.engine.control.Control;
import io.outputport.engine.schema.TrackedTable.Backend;
import io.outputport.engine.source.SourceFailure;
import io.outputport.engine.source.SourceKind;
import io.outputport.engine.source.SourceKinds;
import java.util.Optional;

/** Looks into one source, or takes it as it was found last. */
record SourceBuilder(SourceKinds kinds, Control control) {

    LiveSource build(JsonNode entry, Optional<LiveSource> last, boolean anew) throws SourceFailure {
        JsonNode configuration = entry.path("configuration");
        SourceKind kind = kind(entry.path("kind").asText());
        boolean same = last.isPresent()
                && last.get().configuration().equals(configuration)
                && last.get().kind().name().equals(kind.name());
        return same && !anew ? last.get() : look(entry.path("name").asText(), kind, configuration);
    }

    /** Fails as a switch of the sandbox says, or as the source does. */
    private LiveSource look(String name, SourceKind kind, JsonNode configuration) throws SourceFailure {
        control.introspected();
        if (control.knobs().agentDown() && kind.backend() == Backend.DATA_CONNECTOR) {
            throw new SourceFailure("Error in Data Connector backend: Connection failure", "");
        }
        if (control.knobs().downSources().contains(name)) {
            throw new SourceFailure("connection error", "the sandbox holds this source down");
        }
        var connection = kind.connect(name, configuration);
        return LiveSource.of(name, kind, configuration, connection, connection.tables());
    }

    private SourceKind kind(String name) throws SourceFailure {
        return kinds.named(name)
                .orElseThrow(() -> new SourceFailure(
                        "Data connector named \"" + name + "\" was not found in the data connector backend info", ""));
    }
}
