package io.outputport.provisioner.cli.terminal;

/** The colours of a terminal, or none. */
public record Paint(boolean coloured) {
    private static final String ESCAPE = "\u001B[";

    public String error(String text) {
        return in("1;31", text);
    }

    public String notice(String text) {
        return in("1;33", text);
    }

    public String good(String text) {
        return in("1;32", text);
    }

    public String margin(String text) {
        return in("1;34", text);
    }

    public String strong(String text) {
        return in("1", text);
    }

    /** For what a reader may pass over. */
    public String faint(String text) {
        return in("2", text);
    }

    private String in(String code, String text) {
        return coloured ? ESCAPE + code + "m" + text + ESCAPE + "0m" : text;
    }
}
