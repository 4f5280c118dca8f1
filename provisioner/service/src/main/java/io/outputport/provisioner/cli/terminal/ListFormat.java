package io.outputport.provisioner.cli.terminal;

import java.util.Locale;

/** The choices of {@code --output} where the service's answer is shown. */
public enum ListFormat {
    HUMAN,
    JSON;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
