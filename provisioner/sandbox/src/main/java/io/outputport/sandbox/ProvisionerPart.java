package io.outputport.sandbox;

import io.outputport.provisioner.ProvisionerServer;
import io.outputport.provisioner.settings.Settings;
import io.outputport.sandbox.folder.RunFolder;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** The real service. Its tasks are kept in the run's folder, unless {@code TASK_DB_URL} says otherwise. */
record ProvisionerPart(Port port, SandboxSettings settings, RunFolder folder) implements Part {
    @Override
    public String name() {
        return "provisioner";
    }

    @Override
    public Started start(Offer soFar) throws IOException {
        Map<String, String> variables = new HashMap<>(settings.forService(soFar.service()));
        variables.put("PROVISIONER_PORT", Integer.toString(port.number()));
        variables.put("PROVISIONER_HOST", "127.0.0.1");
        variables.putIfAbsent("TASK_DB_URL", "jdbc:h2:file:" + folder.resolve("tasks"));
        ProvisionerServer server = ProvisionerServer.start(Settings.of(variables));
        return new Started(new Offer(Map.of("provisioner", server.url().toString()), Map.of(), Map.of()), server);
    }
}
