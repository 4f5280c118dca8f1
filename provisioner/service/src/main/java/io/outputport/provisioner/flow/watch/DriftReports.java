package io.outputport.provisioner.flow.watch;

import java.util.Optional;

/** The last report of this process, for metrics. Of several replicas, each knows those of its own checks only. */
public final class DriftReports {
    private volatile Optional<DriftReport> last = Optional.empty();

    /** Empty until this process has made a check. */
    public Optional<DriftReport> last() {
        return last;
    }

    void add(DriftReport report) {
        last = Optional.of(report);
    }
}
