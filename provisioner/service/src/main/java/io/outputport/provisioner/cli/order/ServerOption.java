package io.outputport.provisioner.cli.order;

import io.outputport.foundation.settings.Secret;
import io.outputport.foundation.settings.Settings;
import io.outputport.provisioner.cli.input.UsageError;
import io.outputport.provisioner.cli.progress.TaskLocation;
import io.outputport.provisioner.cli.service.LocalService;
import io.outputport.provisioner.cli.service.Service;
import io.outputport.provisioner.cli.terminal.Shell;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Option;

/** Which service carries the command out. */
public final class ServerOption {
    private static final String VARIABLE = "PROVISIONER_SERVER";
    private static final String TOKEN = "PROVISIONER_TOKEN";

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "The running service, its base path included; else that of PROVISIONER_SERVER.")
    private Optional<String> server = Optional.empty();

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            description = "Bearer token for that service; better in PROVISIONER_TOKEN or the file of"
                    + " PROVISIONER_TOKEN_FILE, which other users of this machine do not see.")
    private Optional<String> token = Optional.empty();

    public boolean isGiven() {
        return server.isPresent();
    }

    public TaskLocation location(Shell shell) {
        return new TaskLocation(url(shell));
    }

    /** Without an address the service is started inside this process. */
    public int withService(
            Shell shell, LocalService local, LocalService.TaskStorage tasks, ToIntFunction<Service> work) {
        Optional<URI> url = url(shell);
        if (url.isPresent()) {
            return work.applyAsInt(new Service(url.get(), bearer(shell)));
        }
        try (LocalService.StartedService running = local.start(shell.environment(), tasks)) {
            return work.applyAsInt(new Service(running.url(), Optional.empty()));
        }
    }

    public Service required(Shell shell) {
        return url(shell)
                .map(address -> new Service(address, bearer(shell)))
                .orElseThrow(() -> new UsageError("Say which service to ask: --server URL, or set " + VARIABLE + "."));
    }

    private Optional<Secret> bearer(Shell shell) {
        Map<String, String> given = new HashMap<>(shell.environment());
        given.keySet().removeIf(name -> !name.startsWith(TOKEN));
        token.ifPresent(text -> {
            given.clear();
            given.put(TOKEN, text);
        });
        return Settings.of(given).headerSecret("PROVISIONER_TOKEN");
    }

    private Optional<URI> url(Shell shell) {
        // A wrong address is told under the name that it was given by.
        String name = server.isPresent() ? "--server" : VARIABLE;
        Map<String, String> given = new HashMap<>();
        server.or(() -> Optional.ofNullable(shell.environment().get(VARIABLE))).ifPresent(url -> given.put(name, url));
        Settings settings = Settings.of(given);
        return settings.url(name).isPresent() ? Optional.of(settings.requiredUrl(name)) : Optional.empty();
    }
}
