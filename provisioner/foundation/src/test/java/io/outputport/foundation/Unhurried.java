package io.outputport.foundation;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Whoever waits in a test waits for long: a machine that has much to do is no failure. {@code META-INF/services} lists it
 * for every test.
 */
public final class Unhurried implements BeforeAllCallback {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Override
    public void beforeAll(ExtensionContext context) {
        Awaitility.setDefaultTimeout(PATIENCE);
    }
}
