package io.outputport.provisioner.flow.order;

import io.outputport.foundation.settings.Settings;

/** How many bytes a descriptor may have. */
public final class LargestDescriptor {
    private static final int USUAL = 2 * 1024 * 1024;

    private LargestDescriptor() {}

    public static int bytes(Settings settings) {
        return settings.number("MAX_DESCRIPTOR_SIZE", USUAL, 1, Integer.MAX_VALUE);
    }
}
