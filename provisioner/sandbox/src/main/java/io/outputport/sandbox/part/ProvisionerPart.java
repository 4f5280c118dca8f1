package io.outputport.sandbox.part;

import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.settings.SettingsException;
import io.outputport.foundation.start.FailedStart;
import io.outputport.provisioner.ProvisionerServer;
import io.outputport.sandbox.folder.RunFolder;
import java.io.IOException;
import java.util.Map;

/** The real service, pointed at the parts before it. Its tasks are forgotten at the end, unless they have a database. */
public record ProvisionerPart(Port port, SandboxSettings settings, RunFolder folder) implements Part {
    @Override
    public String name() {
        return "provisioner";
    }

    @Override
    public Started start(Offer soFar) throws IOException {
        Map<String, String> environment = settings.forService(soFar.service());
        environment.put("PROVISIONER_PORT", Integer.toString(port.number()));
        environment.put("PROVISIONER_HOST", "127.0.0.1");
        environment.putIfAbsent("CONSOLE", "true");
        environment.putIfAbsent("TRY_QUERIES", "true");
        environment.putIfAbsent("TASK_DB_URL", "jdbc:h2:file:" + folder.resolve("tasks"));
        try {
            ProvisionerServer server = ProvisionerServer.start(Settings.of(environment));
            Map<String, String> ready = Map.of("provisioner", server.url().toString());
            return new Started(new Offer(ready, Map.of(), Map.of()), server);
        } catch (RuntimeException failed) {
            FailedStart reason = FailedStart.of(failed);
            if (reason.isOfSettings()) {
                throw new SettingsException(reason.sentence());
            }
            throw new IOException(reason.sentence(), failed);
        }
    }
}
