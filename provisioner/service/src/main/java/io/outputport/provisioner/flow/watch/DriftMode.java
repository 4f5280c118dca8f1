package io.outputport.provisioner.flow.watch;

/** What is done about drift; the names are those of the setting. */
enum DriftMode {
    OFF,
    REPORT,
    REPAIR
}
