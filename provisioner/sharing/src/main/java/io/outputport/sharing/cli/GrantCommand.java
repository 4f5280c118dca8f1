package io.outputport.sharing.cli;

import static io.outputport.sharing.cli.AdminClient.part;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "grant", mixinStandardHelpOptions = true, description = "Shows and writes who may read a share.")
final class GrantCommand {
    private static final List<String> COLUMNS = List.of("share", "version", "recipients");

    private final Shell shell;

    GrantCommand(Shell shell) {
        this.shell = shell;
    }

    @Command(name = "show", mixinStandardHelpOptions = true, description = "Shows who may read a share.")
    int show(@Mixin ServerOption server, @Parameters(paramLabel = "SHARE") String share) {
        return server.show(shell, server.client(shell).get(path(share)), COLUMNS);
    }

    @Command(
            name = "put",
            mixinStandardHelpOptions = true,
            description = "Says who may read a share: those who are named, and nobody else.")
    int put(
            @Mixin ServerOption server,
            @Option(names = "--nobody", description = "Take everybody's access.") boolean nobody,
            @Parameters(index = "0", paramLabel = "SHARE") String share,
            @Parameters(index = "1..*", arity = "0..*", paramLabel = "RECIPIENT") List<String> recipients) {
        List<String> named = recipients == null ? List.of() : recipients;
        if (named.isEmpty() != nobody) {
            throw new CommandFailure(ExitCode.USAGE, "Name at least one recipient, or say --nobody.");
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        named.forEach(body.putArray("recipients")::add);
        return server.show(shell, server.client(shell).put(path(share), body.toString()), COLUMNS);
    }

    private static String path(String share) {
        return "/shares/" + part(share) + "/grants";
    }
}
