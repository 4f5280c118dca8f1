package io.outputport.engine;

import io.outputport.engine.build.source.LiveSource;
import io.outputport.engine.control.Control;
import io.outputport.engine.metadata.MetadataApi;
import io.outputport.engine.schema.TrackedTable.Backend;
import io.outputport.engine.source.ConnectionPools;
import java.util.function.Function;
import javax.sql.DataSource;

/** The database behind each source, for GraphQL; one that cannot be reached refuses connections. */
record SourceDatabases(MetadataApi api, Control control, ConnectionPools pools)
        implements Function<String, DataSource> {
    @Override
    public DataSource apply(String source) {
        return api.source(source).map(this::of).orElse(new UnreachableDatabase());
    }

    DataSource of(LiveSource source) {
        return isDown(source)
                ? new UnreachableDatabase()
                : pools.of(source.connection().address());
    }

    private boolean isDown(LiveSource live) {
        return control.knobs().downSources().contains(live.name())
                || (control.knobs().agentDown() && live.kind().backend() == Backend.DATA_CONNECTOR);
    }
}
