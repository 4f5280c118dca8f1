package io.outputport.provisioner;

import io.micronaut.runtime.Micronaut;

/** Starts the service. */
public final class Provisioner {
    private Provisioner() {}

    public static void main(String[] args) {
        Micronaut.build(args).banner(false).start();
    }
}
