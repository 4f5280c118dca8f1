package io.outputport.provisioner.descriptor.mistake;

/** Small parts of sentences. */
final class Phrases {
    private Phrases() {}

    static String spaces(int number) {
        return number == 0 ? "no space" : number == 1 ? "1 space" : number + " spaces";
    }

    /** A full stop, unless what comes before it ends in one. */
    static String stop(String before) {
        return before.endsWith(".") ? "" : ".";
    }

    /** A value as one that YAML takes as it is. */
    static String quoted(String value) {
        return value.contains("\"") || value.contains("\\") ? "'" + value.replace("'", "''") + "'" : '"' + value + '"';
    }
}
