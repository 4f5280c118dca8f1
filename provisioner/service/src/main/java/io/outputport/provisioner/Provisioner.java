package io.outputport.provisioner;

import io.outputport.provisioner.settings.Settings;

/** Starts the service. */
public final class Provisioner {
    private Provisioner() {}

    public static void main(String[] args) {
        ProvisionerServer.start(Settings.of(System.getenv()));
    }
}
