package io.outputport.sharing.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.foundation.settings.Settings;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which server carries the command out, and in which form its answer is shown. */
final class ServerOption {
    private static final String VARIABLE = "SHARING_SERVER";
    private static final URI OWN_MACHINE = URI.create("http://localhost:5003");

    /** The forms of an answer. */
    enum OutputForm {
        TABLE,
        JSON
    }

    @Option(
            names = "--server",
            paramLabel = "URL",
            description =
                    "The running server; else that of SHARING_SERVER, else http://localhost:5003. Its bearer token"
                            + " comes from SHARING_TOKEN or the file of SHARING_TOKEN_FILE.")
    private Optional<String> server = Optional.empty();

    @Option(names = "--output", paramLabel = "FORM", description = "table (default) or json.")
    private OutputForm form = OutputForm.TABLE;

    AdminClient client(Shell shell) {
        Map<String, String> given = new HashMap<>();
        shell.environment().forEach((name, value) -> {
            if (name.startsWith("SHARING_TOKEN")) {
                given.put(name, value);
            }
        });
        String name = server.isPresent() ? "--server" : VARIABLE;
        server.or(() -> Optional.ofNullable(shell.environment().get(VARIABLE))).ifPresent(url -> given.put(name, url));
        given.remove("SHARING_TOKEN_LIFETIME");
        Settings settings = Settings.of(given);
        return new AdminClient(
                settings.url(name).isPresent() ? settings.requiredUrl(name) : OWN_MACHINE,
                settings.headerSecret("SHARING_TOKEN"));
    }

    /** One thing, or the items of a list. */
    int show(Shell shell, JsonNode answer, List<String> columns) {
        if (form == OutputForm.JSON) {
            shell.out().println(answer.toPrettyString());
        } else {
            TextTable.print(answer.has("items") ? answer.path("items") : answer, columns, shell.out());
        }
        return ExitCode.OK;
    }

    /** What has no answer worth a table. */
    int done(Shell shell, String sentence) {
        shell.out().println(form == OutputForm.JSON ? "{\"done\":true}" : sentence);
        return ExitCode.OK;
    }
}
