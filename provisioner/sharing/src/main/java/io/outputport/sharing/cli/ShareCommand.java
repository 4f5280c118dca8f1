package io.outputport.sharing.cli;

import static io.outputport.sharing.cli.AdminClient.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "share", mixinStandardHelpOptions = true, description = "Lists, shows, writes and removes shares.")
final class ShareCommand {
    private static final List<String> COLUMNS = List.of("name", "version", "tables", "comment");

    private final Shell shell;

    ShareCommand(Shell shell) {
        this.shell = shell;
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists all shares.")
    int list(@Mixin ServerOption server) {
        return server.show(shell, server.client(shell).get("/shares"), COLUMNS);
    }

    @Command(name = "show", mixinStandardHelpOptions = true, description = "Shows a share with its tables.")
    int show(@Mixin ServerOption server, @Parameters(paramLabel = "SHARE") String share) {
        return server.show(shell, server.client(shell).get("/shares/" + part(share)), COLUMNS);
    }

    @Command(
            name = "put",
            mixinStandardHelpOptions = true,
            description = "Makes a share of a JSON file, or puts it in another's place: {\"comment\":…,\"tables\":["
                    + "{\"schema\":…,\"name\":…,\"storage\":…,\"path\":…}]}.")
    int put(
            @Mixin ServerOption server,
            @Parameters(paramLabel = "SHARE") String share,
            @Parameters(paramLabel = "FILE") Path file) {
        return server.show(shell, server.client(shell).put("/shares/" + part(share), read(file)), COLUMNS);
    }

    @Command(
            name = "remove",
            mixinStandardHelpOptions = true,
            description = "Removes a share with its grants. Data stays.")
    int remove(@Mixin ServerOption server, @Parameters(paramLabel = "SHARE") String share) {
        server.client(shell).delete("/shares/" + part(share));
        return server.done(shell, share + " is removed.");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new CommandFailure(ExitCode.USAGE, file + " cannot be read as text in UTF-8.");
        }
    }
}
