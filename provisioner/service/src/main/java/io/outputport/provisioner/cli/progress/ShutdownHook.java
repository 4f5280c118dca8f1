package io.outputport.provisioner.cli.progress;

/** What is said last when somebody stops the process, by Ctrl-C for example, while it waits. */
final class ShutdownHook {
    private final Thread hook;

    ShutdownHook(Runnable lastWords) {
        this.hook = new Thread(lastWords, "last-words");
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
