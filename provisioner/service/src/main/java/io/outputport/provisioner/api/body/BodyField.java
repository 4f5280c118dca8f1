package io.outputport.provisioner.api.body;

import java.io.IOException;
import java.util.Optional;

/** One field that a request can hold: how its value is read, and what was read. */
final class BodyField<T> {
    /** Reads the value that the reader stands on; empty after a value of the wrong kind. */
    @FunctionalInterface
    interface Reading<T> {
        Optional<T> read(BodyReader reader, String path) throws IOException;
    }

    private final String name;
    private final Reading<T> reading;
    private final boolean required;
    private boolean seen;
    private boolean given;
    private Optional<T> value = Optional.empty();

    BodyField(String name, Reading<T> reading) {
        this(name, reading, false);
    }

    private BodyField(String name, Reading<T> reading, boolean required) {
        this.name = name;
        this.reading = reading;
        this.required = required;
    }

    /** The same, but a body without it is refused. */
    BodyField<T> required() {
        return new BodyField<>(name, reading, true);
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

    /** Whether it had to be there, and neither a value of it was nor a wrong one. */
    boolean isMissing() {
        return required && !given;
    }

    void take(BodyReader reader, String path) throws IOException {
        given = true;
        value = reading.read(reader, path);
    }
}
