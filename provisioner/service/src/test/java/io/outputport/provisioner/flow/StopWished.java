package io.outputport.provisioner.flow;

import io.outputport.foundation.outcome.Progress;
import io.outputport.foundation.outcome.Severity;

/** A task that somebody has asked to stop. */
record StopWished(Progress told) implements Progress {
    @Override
    public void report(Severity severity, String phase, String sentence) {
        told.report(severity, phase, sentence);
    }

    @Override
    public boolean isStopWished() {
        return true;
    }
}
