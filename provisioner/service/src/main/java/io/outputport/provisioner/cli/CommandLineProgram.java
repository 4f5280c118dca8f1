package io.outputport.provisioner.cli;

import io.outputport.foundation.settings.SettingsException;
import io.outputport.provisioner.cli.command.Commands;
import io.outputport.provisioner.cli.input.UsageError;
import io.outputport.provisioner.cli.service.LocalService;
import io.outputport.provisioner.cli.service.TableMigration;
import io.outputport.provisioner.cli.terminal.ColorChoice;
import io.outputport.provisioner.cli.terminal.ExitCode;
import io.outputport.provisioner.cli.terminal.Shell;
import io.outputport.provisioner.cli.terminal.TerminalText;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/** The table of contents: which commands there are, and how each failure ends. */
public final class CommandLineProgram {
    private static final int WIDTH = 100;

    private final Shell shell;
    private final String version;
    private final LocalService local;
    private final TableMigration migration;

    public CommandLineProgram(Shell shell, String version, LocalService local, TableMigration migration) {
        this.shell = shell;
        this.version = version;
        this.local = local;
        this.migration = migration;
    }

    /** The exit code: 0 valid or done, 1 invalid or failed, 2 a wrong command, 3 a system in the way. */
    public int run(String... arguments) {
        int code = commands().execute(arguments);
        shell.out().flush();
        shell.err().flush();
        return code;
    }

    private CommandLine commands() {
        CommandSpec root = CommandSpec.forAnnotatedObject(new Root()).version("provisioner " + version);
        CommandLine program = new CommandLine(root);
        Commands.all(shell, local, migration).forEach(program::addSubcommand);
        return program.addSubcommand(new GenerateCompletion())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(WIDTH)
                .setColorScheme(CommandLine.Help.defaultColorScheme(
                        ColorChoice.AUTO.paint(shell).coloured() ? Ansi.ON : Ansi.OFF))
                .setOut(shell.out())
                .setErr(shell.err())
                .setParameterExceptionHandler(this::mistyped)
                .setExecutionExceptionHandler(this::failed);
    }

    /** One line for the mistake, one for where to look, and what was meant only where something resembles it. */
    private int mistyped(CommandLine.ParameterException mistake, String[] arguments) {
        CommandLine command = mistake.getCommandLine();
        String sentence = String.valueOf(mistake.getMessage()).split("\\R", 2)[0];
        tell(TerminalText.shown(sentence), ExitCode.USAGE);
        Meant.by(mistake).ifPresent(meant -> shell.err().println("Did you mean " + meant + "?"));
        shell.err().println("See " + command.getCommandSpec().qualifiedName() + " --help.");
        return ExitCode.USAGE;
    }

    private int failed(Exception failure, CommandLine command, CommandLine.ParseResult arguments) {
        if (failure instanceof UsageError || failure instanceof SettingsException) {
            return tell(String.valueOf(failure.getMessage()), ExitCode.USAGE);
        }
        if (failure instanceof LocalService.StartRefused) {
            return tell(String.valueOf(failure.getMessage()), ExitCode.SYSTEM);
        }
        return tell("This should not have happened: " + failure.getClass().getSimpleName() + ".", ExitCode.SYSTEM);
    }

    private int tell(String sentence, int code) {
        shell.err().println(ColorChoice.AUTO.paint(shell).error("error") + ": " + sentence);
        return code;
    }

    @Command(
            name = "provisioner",
            mixinStandardHelpOptions = true,
            synopsisSubcommandLabel = "COMMAND",
            description = {
                "Serves data as GraphQL output ports on Hasura.",
                "Without a command it starts the service; its settings are environment variables."
            },
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {
                "0:valid, or done",
                "1:the descriptor is invalid, or the operation failed",
                "2:the command, a value of its options, or a setting is wrong",
                "3:a system, or the service itself, does not answer or fails"
            },
            subcommands = CommandLine.HelpCommand.class)
    static final class Root {}
}
