package io.outputport.sharing.cli;

import io.outputport.foundation.outcome.Masking;
import io.outputport.foundation.settings.SettingsException;
import io.outputport.foundation.text.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** Which commands there are, and how each failure ends. */
public final class SharingProgram {
    private static final int WIDTH = 100;

    private final Shell shell;
    private final String version;
    private final ToIntFunction<Map<String, String>> migration;

    /** @param migration brings the tables to this version by the settings; how many steps that took */
    public SharingProgram(Shell shell, String version, ToIntFunction<Map<String, String>> migration) {
        this.shell = shell;
        this.version = version;
        this.migration = migration;
    }

    /** The exit code: 0 done, 1 refused, 2 a wrong command or setting, 3 the server or the database is in the way. */
    public int run(String... arguments) {
        int code = commands().execute(arguments);
        shell.out().flush();
        shell.err().flush();
        return code;
    }

    private CommandLine commands() {
        CommandLine program =
                new CommandLine(CommandSpec.forAnnotatedObject(new Root()).version("sharing " + version));
        List.of(
                        new ShareCommand(shell),
                        new RecipientCommand(shell),
                        new GrantCommand(shell),
                        new TokenCommand(shell),
                        new InspectCommand(shell),
                        new MigrateCommand())
                .forEach(program::addSubcommand);
        return program.setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(WIDTH)
                .setOut(shell.out())
                .setErr(shell.err())
                .setParameterExceptionHandler(this::mistyped)
                .setExecutionExceptionHandler(this::failed);
    }

    /** One line for the mistake, one for where to look, and what was meant only where something resembles it. */
    private int mistyped(CommandLine.ParameterException mistake, String[] arguments) {
        tell(Masking.inOneLine(String.valueOf(mistake.getMessage()).split("\\R", 2)[0]), ExitCode.USAGE);
        CommandSpec command = mistake.getCommandLine().getCommandSpec();
        if (mistake instanceof CommandLine.UnmatchedArgumentException unmatched) {
            List<String> known = new ArrayList<>(command.subcommands().keySet());
            command.options().forEach(option -> known.addAll(List.of(option.names())));
            Nearest.to(unmatched.getUnmatched().get(0).split("=", 2)[0], known)
                    .ifPresent(meant -> shell.err().println("Did you mean " + meant + "?"));
        }
        shell.err().println("See " + command.qualifiedName() + " --help.");
        return ExitCode.USAGE;
    }

    private int failed(Exception failure, CommandLine command, CommandLine.ParseResult arguments) {
        if (failure instanceof CommandFailure told) {
            return tell(told.sentence(), told.exitCode());
        }
        if (failure instanceof SettingsException) {
            return tell(String.valueOf(failure.getMessage()), ExitCode.USAGE);
        }
        return tell("This should not have happened: " + failure.getClass().getSimpleName() + ".", ExitCode.SYSTEM);
    }

    private int tell(String sentence, int code) {
        shell.err().println("error: " + sentence);
        return code;
    }

    @Command(
            name = "migrate",
            mixinStandardHelpOptions = true,
            description =
                    "Brings the tables of the share database to this version, and ends. Needed where the server itself"
                            + " may not change tables (SHARING_DB_MIGRATE=false); safe to repeat.")
    final class MigrateCommand implements Callable<Integer> {
        @Override
        public Integer call() {
            int steps = migration.applyAsInt(shell.environment());
            shell.out().println("The share database is at this version; steps carried out: " + steps + ".");
            return ExitCode.OK;
        }
    }

    @Command(
            name = "sharing",
            mixinStandardHelpOptions = true,
            synopsisSubcommandLabel = "COMMAND",
            description = {
                "Shares tables by the Delta Sharing protocol.",
                "Without a command it starts the server; its settings are environment variables."
            },
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {
                "0:done",
                "1:what was asked for is refused, or not there",
                "2:the command, a value of its options, or a setting is wrong",
                "3:the server does not answer, or fails"
            },
            subcommands = CommandLine.HelpCommand.class)
    static final class Root {}
}
