package io.outputport.sandbox.story;

import io.outputport.foundation.settings.Settings;
import io.outputport.provisioner.ProvisionerServer;
import io.outputport.sandbox.testing.Http;
import io.outputport.sandbox.testing.Leaks;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** One more service in this process: sooner there than a {@link ServiceProcess}, but it cannot be killed. */
final class OwnService implements AutoCloseable {
    private final ProvisionerServer server;
    private final Platform platform;

    private OwnService(ProvisionerServer server) {
        this.server = server;
        this.platform = new Platform(server.url());
    }

    /** @param tasks the folder of its task database; the same one again is a restart */
    static OwnService start(Map<String, String> variables, Path tasks) {
        return start(variables, "jdbc:h2:file:" + tasks.resolve("tasks").toAbsolutePath());
    }

    /** @param tasks the URL of its task database; several replicas share one on PostgreSQL */
    static OwnService start(Map<String, String> variables, String tasks) {
        Map<String, String> environment = new HashMap<>(variables);
        environment.put("PROVISIONER_PORT", "0");
        environment.put("PROVISIONER_HOST", "127.0.0.1");
        environment.put("TASK_DB_URL", tasks);
        Leaks.OF_THIS_RUN.plant(environment);
        return new OwnService(ProvisionerServer.start(Settings.of(environment)));
    }

    /** The same one each time, so that it remembers all it heard. */
    Platform platform() {
        return platform;
    }

    URI url() {
        return server.url();
    }

    @Override
    public void close() {
        Leaks.OF_THIS_RUN.hear("metrics", Http.to(url()).get("/prometheus").body());
        server.close();
    }
}
