package io.outputport.provisioner.flow.watch;

/** What is done about drift; the names are those of the setting. */
public enum DriftMode {
    OFF,
    REPORT,
    REPAIR
}
