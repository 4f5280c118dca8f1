package io.outputport.provisioner.cli.command;

import java.util.Locale;

/** The choices of {@code --output} where the service's answer is shown. */
enum ListFormat {
    HUMAN,
    JSON;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
