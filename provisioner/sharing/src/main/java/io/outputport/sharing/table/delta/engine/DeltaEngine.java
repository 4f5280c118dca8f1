package io.outputport.sharing.table.delta.engine;

import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.defaults.engine.fileio.FileIO;
import io.delta.kernel.engine.MetricsReporter;
import java.util.List;

/** Kernel over files of ours. Its reports hold paths of tables, and would be a line of the log for every call. */
public final class DeltaEngine extends DefaultEngine {
    public DeltaEngine(FileIO files) {
        super(files);
    }

    @Override
    public List<MetricsReporter> getMetricsReporters() {
        return List.of();
    }
}
