package io.outputport.foundation.settings;

/** A value that must never be shown: its text form is three stars. */
public record Secret(String reveal) {
    @Override
    public String toString() {
        return "***";
    }
}
