package io.outputport.provisioner.cli.progress;

/** What is said last when somebody stops the process, by Ctrl-C for example, while it waits. */
final class Departure {
    private final Thread hook;

    Departure(Runnable lastWords) {
        this.hook = new Thread(lastWords, "departure");
    }

    void begin() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    void end() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException leaving) {
            // The process ends already, and the last words are being said.
        }
    }
}
