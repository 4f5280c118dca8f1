package io.outputport.sharing.cli;

import static io.outputport.sharing.cli.AdminClient.part;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        description = "Makes links by which recipients make their tokens; lists, rotates and revokes tokens.")
final class TokenCommand {
    private static final List<String> TOKENS = List.of("id", "live", "issuedAt", "expiresAt", "lastUsedAt");
    private static final List<String> LINK = List.of("recipient", "expiresAt", "activationUrl");

    private final Shell shell;

    TokenCommand(Shell shell) {
        this.shell = shell;
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the tokens of a recipient.")
    int list(@Mixin ServerOption server, @Parameters(paramLabel = "RECIPIENT") String recipient) {
        return server.show(shell, server.client(shell).get(path(recipient) + "/tokens"), TOKENS);
    }

    @Command(
            name = "link",
            mixinStandardHelpOptions = true,
            description = "Makes a link for a recipient. It is shown this once, and makes one token.")
    int link(
            @Mixin ServerOption server,
            @Option(names = "--link-lifetime", paramLabel = "TIME") Optional<String> link,
            @Option(names = "--token-lifetime", paramLabel = "TIME") Optional<String> token,
            @Parameters(paramLabel = "RECIPIENT") String recipient) {
        String body = body(link, token, Optional.empty());
        return server.show(shell, server.client(shell).post(path(recipient) + "/activations", body), LINK);
    }

    @Command(
            name = "rotate",
            mixinStandardHelpOptions = true,
            description = "Gives all tokens of a recipient an end, and makes a link for a new one.")
    int rotate(
            @Mixin ServerOption server,
            @Option(
                            names = "--grace",
                            paramLabel = "TIME",
                            description = "For how long old tokens go on; 0 by default.")
                    Optional<String> grace,
            @Parameters(paramLabel = "RECIPIENT") String recipient) {
        String body = body(Optional.empty(), Optional.empty(), grace);
        return server.show(shell, server.client(shell).post(path(recipient) + "/rotate", body), LINK);
    }

    @Command(
            name = "revoke",
            mixinStandardHelpOptions = true,
            description = "Ends one token of a recipient at once, or all of them with its open links.")
    int revoke(
            @Mixin ServerOption server,
            @Parameters(index = "0", paramLabel = "RECIPIENT") String recipient,
            @Parameters(index = "1", arity = "0..1", paramLabel = "TOKEN-ID") Optional<String> token) {
        AdminClient client = server.client(shell);
        if (token.isPresent()) {
            client.delete(path(recipient) + "/tokens/" + part(token.get()));
            return server.done(shell, "The token is revoked.");
        }
        return server.show(shell, client.post(path(recipient) + "/revoke", ""), List.of("endedTokens"));
    }

    private static String path(String recipient) {
        return "/recipients/" + part(recipient);
    }

    private static String body(Optional<String> link, Optional<String> token, Optional<String> grace) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        link.ifPresent(time -> body.put("linkLifetime", time));
        token.ifPresent(time -> body.put("tokenLifetime", time));
        grace.ifPresent(time -> body.put("grace", time));
        return body.toString();
    }
}
