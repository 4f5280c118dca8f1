package io.outputport.provisioner.api;

import java.io.IOException;
import java.util.Optional;

/** One field that a request can hold: how its value is read, and what was read. */
final class Field<T> {
    /** Reads the value that the reader stands on; empty after a value of the wrong kind. */
    @FunctionalInterface
    interface Reading<T> {
        Optional<T> read(BodyReader reader, String path) throws IOException;
    }

    private final String name;
    private final Reading<T> reading;
    private boolean seen;
    private Optional<T> value = Optional.empty();

    Field(String name, Reading<T> reading) {
        this.name = name;
        this.reading = reading;
    }

    String name() {
        return name;
    }

    Optional<T> value() {
        return value;
    }

    /** True once: a field that comes again is not taken. */
    boolean first() {
        boolean first = !seen;
        seen = true;
        return first;
    }

    void take(BodyReader reader, String path) throws IOException {
        value = reading.read(reader, path);
    }
}
