package io.outputport.sharing.cli;

import static io.outputport.sharing.cli.AdminClient.part;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "inspect",
        mixinStandardHelpOptions = true,
        description = "Shows what is at a path of a storage, and whether recipients could read it.")
final class InspectCommand implements Callable<Integer> {
    private static final List<String> COLUMNS =
            List.of("readable", "format", "version", "files", "bytes", "partitions", "columns", "problems");

    private final Shell shell;

    @Mixin
    private ServerOption server = new ServerOption();

    @Parameters(index = "0", paramLabel = "STORAGE")
    private String storage = "";

    @Parameters(index = "1", paramLabel = "PATH")
    private String path = "";

    InspectCommand(Shell shell) {
        this.shell = shell;
    }

    /** A table that nobody could read is no success, for scripts that check before they share. */
    @Override
    public Integer call() {
        JsonNode found = server.client(shell).get("/storages/" + part(storage) + "/inspect?path=" + part(path));
        server.show(shell, found, COLUMNS);
        return found.path("readable").asBoolean() ? ExitCode.OK : ExitCode.REFUSED;
    }
}
