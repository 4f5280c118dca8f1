package io.outputport.sandbox.story;

import io.outputport.provisioner.cli.CommandLineProgram;
import io.outputport.provisioner.cli.service.LocalService.StartRefused;
import io.outputport.provisioner.cli.terminal.Shell;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Somebody at a terminal, with the shared service as the one to ask. */
record Terminal(URI provisioner) {
    /** @param descriptor for standard input */
    Answer typed(Product descriptor, String... command) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Shell shell = new Shell(
                new ByteArrayInputStream(descriptor.sample().yaml().getBytes(StandardCharsets.UTF_8)),
                new PrintWriter(out),
                new PrintWriter(err),
                Map.of("PROVISIONER_SERVER", provisioner.toString()),
                false);
        int code = new CommandLineProgram(shell, "1.2.3", (environment, tasks) -> refuse(), environment -> refuse())
                .run(command);
        return new Answer(code, out.toString(), err.toString());
    }

    private static <T> T refuse() {
        throw new StartRefused("Nothing is started here.", new IllegalStateException());
    }

    record Answer(int code, String out, String err) {}
}
