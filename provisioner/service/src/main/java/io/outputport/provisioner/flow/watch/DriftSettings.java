package io.outputport.provisioner.flow.watch;

import io.outputport.foundation.settings.Settings;
import java.time.Duration;

/** @param interval from the end of one check to the start of the next */
public record DriftSettings(DriftMode mode, Duration interval) {
    /** The check's name in the timetable. */
    public static final String JOB = "drift-check";

    static DriftSettings from(Settings settings) {
        return new DriftSettings(
                settings.choice("DRIFT_CHECK", DriftMode.class, DriftMode.REPORT),
                settings.timeout("DRIFT_CHECK_INTERVAL", Duration.ofMinutes(15)));
    }
}
