package io.outputport.sharing;

import io.micronaut.context.ApplicationContext;
import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.settings.SettingsException;
import io.outputport.foundation.start.PortTaken;
import io.outputport.foundation.start.RunningServer;
import io.outputport.foundation.telemetry.AccessLog;
import io.outputport.sharing.authentication.Introduction;
import io.outputport.sharing.store.ShareDatabase;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running sharing server: one application context and the HTTP server in it. */
public final class SharingServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SharingServer.class);

    /** Tells a context that the beans of this server are meant; beside it, others may be on the class path. */
    static final String SWITCH = "sharing.server";

    static final String PORT = "5003";
    private static final String HOST = "0.0.0.0";
    private static final String FRAMEWORK_SETTINGS = "sharing.yml";

    private static final int LARGEST_BODY = 8 * 1024 * 1024;

    private final RunningServer server;

    private SharingServer(RunningServer server) {
        this.server = server;
    }

    /**
     * Starts everything; when this returns, the server answers. A wrong setting ends in a {@link SettingsException}
     * somewhere in the chain of causes. Nothing is left running after an exception.
     */
    public static SharingServer start(Settings settings) {
        return start(settings, Map.of());
    }

    /** @param introduction signs for whoever says a name; see there */
    public static SharingServer start(Settings settings, Introduction introduction) {
        return start(settings, Map.of(), introduction);
    }

    /** @param singletons in place of those that the server would make, a clock for example */
    static SharingServer start(Settings settings, Map<String, Object> more, Object... singletons) {
        Map<String, Object> properties = new HashMap<>(properties(settings));
        properties.putAll(more);
        RunningServer server = RunningServer.start(
                settings,
                address(settings),
                () -> ShareDatabase.open(settings),
                context -> context.singletons(singletons)
                        .propertySources(RunningServer.frameworkSettings(SharingServer.class, FRAMEWORK_SETTINGS))
                        .properties(properties));
        LOG.info("The sharing server answers at {}", server.url());
        return new SharingServer(server);
    }

    /** Where the server answers, without a slash at the end. */
    public URI url() {
        return server.url();
    }

    /** Ends the requests that run, and closes everything else. */
    @Override
    public void close() {
        LOG.info("The sharing server stops");
        server.close();
    }

    ApplicationContext context() {
        return server.context();
    }

    private static Map<String, Object> properties(Settings settings) {
        int port = settings.number("SHARING_PORT", Integer.parseInt(PORT), 0, 65_535);
        Map<String, Object> properties = RunningServer.properties(settings, port, settings.text("SHARING_HOST", HOST));
        // The audit has them; a signed address is a key.
        properties.putAll(AccessLog.properties(settings, "", List.of("/files/.*")));
        properties.put(SWITCH, true);
        properties.put("micronaut.server.max-request-size", LARGEST_BODY);
        return properties;
    }

    private static PortTaken.Address address(Settings settings) {
        return new PortTaken.Address(
                "SHARING_PORT",
                settings.text("SHARING_PORT", PORT),
                "SHARING_HOST",
                settings.text("SHARING_HOST", HOST));
    }
}
