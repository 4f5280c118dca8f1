package io.outputport.sandbox;

import java.io.PrintStream;

/**
 * Starts the sandbox. Standard output holds the ready line and nothing else; whatever a library prints goes to
 * standard error.
 */
public final class Sandbox {
    private static final String NOTICE = "This is the provisioner's sandbox: embedded stand-ins with known passwords,"
            + " for demos and tests on this machine only.";

    private Sandbox() {}

    public static void main(String[] args) throws InterruptedException {
        if (args.length > 0) {
            System.exit(Help.answer(args, System.out, System.err));
        }
        PrintStream standardOutput = System.out;
        System.setOut(System.err);
        System.err.println(NOTICE);
        QuietLogs.apply();
        RunningSandbox sandbox = new RunningSandbox();
        Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close, "sandbox-stop"));
        try {
            sandbox.start(System.getenv());
            standardOutput.println(sandbox.ready());
            standardOutput.flush();
            sandbox.awaitClose();
        } catch (StartFailed failed) {
            System.err.println(failed.getMessage());
            System.exit(failed.exitCode());
        }
    }
}
