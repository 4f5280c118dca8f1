package io.outputport.sandbox;

/** Starts the sandbox. */
public final class Sandbox {
    private Sandbox() {}

    public static void main(String[] args) {}
}
