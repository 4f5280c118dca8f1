package io.outputport.provisioner;

import io.micronaut.context.ApplicationContext;
import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.settings.SettingsException;
import io.outputport.foundation.start.PortTaken;
import io.outputport.foundation.start.RunningServer;
import io.outputport.foundation.store.OpenDatabase;
import io.outputport.foundation.telemetry.AccessLog;
import io.outputport.provisioner.api.arrival.BasePath;
import io.outputport.provisioner.api.body.BodyLimit;
import io.outputport.provisioner.api.console.ConsoleController;
import io.outputport.provisioner.port.PortTechnology;
import io.outputport.provisioner.task.life.QueueStop;
import io.outputport.provisioner.task.run.TaskSettings;
import io.outputport.provisioner.task.store.TaskDatabase;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running service: one application context and the HTTP server in it. */
public final class ProvisionerServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ProvisionerServer.class);

    static final String PORT = "5002";
    static final String HOST = "0.0.0.0";
    private static final String FRAMEWORK_SETTINGS = "provisioner.yml";

    /** Connections for requests, polling, heartbeats and the writer of waves, beside those of the running tasks. */
    private static final int OTHER_CONNECTIONS = 8;

    private final RunningServer server;

    private ProvisionerServer(RunningServer server) {
        this.server = server;
    }

    /**
     * Starts everything; when this returns, the service answers. A wrong setting ends in a {@link SettingsException}
     * somewhere in the chain of causes. Nothing is left running after an exception.
     */
    public static ProvisionerServer start(Settings settings) {
        TechnologySwitches.check(settings);
        return start(settings, Map.of());
    }

    static ProvisionerServer start(Settings settings, Map<String, Object> more) {
        Map<String, Object> properties = new HashMap<>(properties(settings));
        properties.putAll(more);
        RunningServer server = RunningServer.start(
                settings,
                address(settings),
                () -> database(settings),
                context -> context.propertySources(
                                RunningServer.frameworkSettings(ProvisionerServer.class, FRAMEWORK_SETTINGS))
                        .properties(properties));
        LOG.info("The provisioner answers at {} and serves output ports of {}", server.url(), served(server.context()));
        return new ProvisionerServer(server);
    }

    private static OpenDatabase database(Settings settings) {
        TaskSettings tasks = TaskSettings.from(settings);
        return TaskDatabase.open(tasks.database(), tasks.parallel() + OTHER_CONNECTIONS);
    }

    private static String served(ApplicationContext context) {
        return context.getBeansOfType(PortTechnology.class).stream()
                .map(PortTechnology::name)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** Where the service answers, base path included, without a slash at the end. */
    public URI url() {
        return server.url();
    }

    /**
     * Lets running tasks finish while the service still answers: not ready, new work refused, results readable. Then ends
     * the requests that run, and closes everything else.
     */
    @Override
    public void close() {
        LOG.info("The provisioner stops");
        server.context().findBean(QueueStop.class).ifPresent(QueueStop::stop);
        server.context().getBeansOfType(PortTechnology.class).forEach(PortTechnology::stop);
        server.close();
    }

    ApplicationContext context() {
        return server.context();
    }

    private static Map<String, Object> properties(Settings settings) {
        int port = settings.number("PROVISIONER_PORT", Integer.parseInt(PORT), 0, 65_535);
        Map<String, Object> properties =
                RunningServer.properties(settings, port, settings.text("PROVISIONER_HOST", HOST));
        properties.putAll(TechnologySwitches.properties(settings));
        String basePath = BasePath.from(settings).path();
        properties.put("micronaut.server.context-path", basePath.isEmpty() ? "/" : basePath);
        properties.putAll(AccessLog.properties(settings, basePath, List.of()));
        properties.put("micronaut.server.max-request-size", BodyLimit.of(settings));
        if (settings.flag("CONSOLE", false)) {
            properties.put(ConsoleController.ON, true);
        }
        return properties;
    }

    private static PortTaken.Address address(Settings settings) {
        return new PortTaken.Address(
                "PROVISIONER_PORT",
                settings.text("PROVISIONER_PORT", PORT),
                "PROVISIONER_HOST",
                settings.text("PROVISIONER_HOST", HOST));
    }
}
