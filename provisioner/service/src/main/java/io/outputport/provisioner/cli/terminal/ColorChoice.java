package io.outputport.provisioner.cli.terminal;

import java.util.Locale;

/** The choices of {@code --color}. */
public enum ColorChoice {
    AUTO,
    ALWAYS,
    NEVER;

    public Paint paint(Shell shell) {
        return new Paint(
                switch (this) {
                    case ALWAYS -> true;
                    case NEVER -> false;
                    case AUTO -> shell.terminal() && !isUnwanted(shell);
                });
    }

    /** See no-color.org: any text but an empty one switches colours off. */
    private static boolean isUnwanted(Shell shell) {
        return !shell.environment().getOrDefault("NO_COLOR", "").isEmpty()
                || shell.environment().getOrDefault("TERM", "").equals("dumb");
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
