package io.outputport.sharing.tck.recipient;

import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.MetricsReporter;
import java.util.List;

/** Kernel over files of this machine, without Hadoop and without reports. */
final class LocalEngine extends DefaultEngine {
    LocalEngine() {
        super(new LocalFiles());
    }

    @Override
    public List<MetricsReporter> getMetricsReporters() {
        return List.of();
    }
}
