package io.outputport.sharing.cli;

import static io.outputport.sharing.cli.AdminClient.part;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "recipient", mixinStandardHelpOptions = true, description = "Lists, writes and removes recipients.")
final class RecipientCommand {
    private static final List<String> COLUMNS = List.of("name", "kind", "networks", "suspended", "comment");

    private final Shell shell;

    RecipientCommand(Shell shell) {
        this.shell = shell;
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists all recipients.")
    int list(@Mixin ServerOption server) {
        return server.show(shell, server.client(shell).get("/recipients"), COLUMNS);
    }

    @Command(
            name = "put",
            mixinStandardHelpOptions = true,
            description = "Makes a recipient, or changes its terms: what is not said is not so.")
    int put(
            @Mixin ServerOption server,
            @Option(names = "--kind", description = "user, group, service or external; by default as the name says.")
                    Optional<String> kind,
            @Option(names = "--comment") Optional<String> comment,
            @Option(names = "--network", description = "From where it may call; may be repeated.")
                    List<String> networks,
            @Option(names = "--property", description = "NAME=VALUE for filters; may be repeated.")
                    Map<String, String> properties,
            @Option(names = "--suspended", description = "Refuse all its tokens for now.") boolean suspended,
            @Parameters(paramLabel = "RECIPIENT") String recipient) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        kind.ifPresent(named -> body.put("kind", named.toUpperCase(Locale.ROOT)));
        comment.ifPresent(text -> body.put("comment", text));
        if (networks != null) {
            networks.forEach(body.putArray("networks")::add);
        }
        if (properties != null) {
            properties.forEach(body.putObject("properties")::put);
        }
        body.put("suspended", suspended);
        return server.show(shell, server.client(shell).put("/recipients/" + part(recipient), body.toString()), COLUMNS);
    }

    @Command(
            name = "remove",
            mixinStandardHelpOptions = true,
            description = "Removes a recipient with its grants and tokens.")
    int remove(@Mixin ServerOption server, @Parameters(paramLabel = "RECIPIENT") String recipient) {
        server.client(shell).delete("/recipients/" + part(recipient));
        return server.done(shell, recipient + " is removed.");
    }
}
