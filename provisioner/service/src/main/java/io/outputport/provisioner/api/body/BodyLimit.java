package io.outputport.provisioner.api.body;

import io.outputport.foundation.settings.Settings;

/** How large a request body may be, in bytes. The server keeps it; the answer to a larger one names it. */
public final class BodyLimit {
    private static final int DEFAULT = 8 * 1024 * 1024;

    private BodyLimit() {}

    public static int of(Settings settings) {
        return settings.number("MAX_BODY_SIZE", DEFAULT, 1, Integer.MAX_VALUE);
    }
}
