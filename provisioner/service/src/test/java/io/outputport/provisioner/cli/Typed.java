package io.outputport.provisioner.cli;

import io.outputport.provisioner.cli.service.LocalService;
import io.outputport.provisioner.cli.service.TableMigration;
import io.outputport.provisioner.cli.terminal.Shell;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** A command typed in a shell of its own, and what came of it. */
public final class Typed {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Map<String, String> environment = new HashMap<>();
    private String input = "";
    private boolean terminal;
    private LocalService local = (settings, tasks) -> {
        throw new LocalService.StartRefused("No service is started here.", new IllegalStateException());
    };
    private TableMigration migration = settings -> {
        throw new LocalService.StartRefused("No table is migrated here.", new IllegalStateException());
    };
    private int code = -1;

    public static Typed inAShell() {
        return new Typed();
    }

    Typed with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Typed onATerminal() {
        terminal = true;
        return this;
    }

    Typed withInput(String text) {
        input = text;
        return this;
    }

    Typed withService(LocalService service) {
        local = service;
        return this;
    }

    Typed withTables(TableMigration tables) {
        migration = tables;
        return this;
    }

    public Typed command(String... arguments) {
        Shell shell = new Shell(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintWriter(out),
                new PrintWriter(err),
                environment,
                terminal);
        code = new CommandLineProgram(shell, "1.2.3", local, migration).run(arguments);
        return this;
    }

    public int code() {
        return code;
    }

    public String out() {
        return out.toString();
    }

    public String err() {
        return err.toString();
    }
}
