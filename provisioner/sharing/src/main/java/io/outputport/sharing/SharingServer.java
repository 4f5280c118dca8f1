package io.outputport.sharing;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.yaml.YamlPropertySourceLoader;
import io.micronaut.runtime.server.EmbeddedServer;
import io.outputport.foundation.caller.AccessSettings;
import io.outputport.foundation.caller.TlsSettings;
import io.outputport.foundation.outcome.Masking;
import io.outputport.foundation.outcome.Redaction;
import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.settings.SettingsException;
import io.outputport.foundation.start.PortTaken;
import io.outputport.foundation.telemetry.AccessLog;
import io.outputport.foundation.telemetry.TelemetryRefusal;
import io.outputport.foundation.telemetry.TraceSettings;
import io.outputport.foundation.telemetry.metrics.MetricSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running sharing server: one application context and the HTTP server in it. */
public final class SharingServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SharingServer.class);

    /** Tells a context that the beans of this server are meant; beside it, others may be on the class path. */
    static final String SWITCH = "sharing.server";

    private static final String PORT = "5003";
    private static final String HOST = "0.0.0.0";
    /** Not {@code application.yml}: in a process with other servers, one would overwrite the other. */
    private static final String FRAMEWORK_SETTINGS = "/sharing.yml";

    private static final int LARGEST_BODY = 8 * 1024 * 1024;

    private final ApplicationContext context;
    private final EmbeddedServer server;
    private final Redaction redaction;

    private SharingServer(ApplicationContext context, EmbeddedServer server, Redaction redaction) {
        this.context = context;
        this.server = server;
        this.redaction = redaction;
    }

    /**
     * Starts everything; when this returns, the server answers. A wrong setting ends in a {@link SettingsException}
     * somewhere in the chain of causes. Nothing is left running after an exception.
     */
    public static SharingServer start(Settings settings) {
        return start(settings, Map.of());
    }

    /** @param singletons in place of those that the server would make, a clock for example */
    static SharingServer start(Settings settings, Map<String, Object> more, Object... singletons) {
        Map<String, Object> properties = new HashMap<>(properties(settings));
        properties.putAll(more);
        Masking.add(settings.redaction());
        ApplicationContext context = ApplicationContext.builder()
                .banner(false)
                // The settings are the only source: no stray variable of the machine changes the server.
                .environmentPropertySource(false)
                .enableDefaultPropertySources(false)
                .deduceEnvironment(false)
                // What is wrong in a setting shows at the start, not at the first request.
                .eagerInitSingletons(true)
                .singletons(singletons)
                .singletons(settings)
                .propertySources(frameworkSettings())
                .properties(properties)
                .build();
        try {
            context.start();
            EmbeddedServer server = context.getBean(EmbeddedServer.class).start();
            SharingServer started = new SharingServer(context, server, settings.redaction());
            LOG.info("The sharing server answers at {}", started.url());
            return started;
        } catch (RuntimeException | Error failed) {
            context.close();
            Masking.remove(settings.redaction());
            TelemetryRefusal.in(failed, settings).ifPresent(refused -> {
                throw refused;
            });
            PortTaken.in(failed, address(settings)).ifPresent(taken -> {
                throw taken;
            });
            throw failed;
        }
    }

    /** Where the server answers, without a slash at the end. */
    public URI url() {
        return URI.create(server.getContextURI().toString().replaceAll("/+$", ""));
    }

    /** Ends the requests that run, and closes everything else. */
    @Override
    public void close() {
        LOG.info("The sharing server stops");
        context.close();
        Masking.remove(redaction);
    }

    ApplicationContext context() {
        return context;
    }

    private static Map<String, Object> properties(Settings settings) {
        int port = settings.number("SHARING_PORT", Integer.parseInt(PORT), 0, 65_535);
        Map<String, Object> properties = new HashMap<>(TlsSettings.properties(settings, port));
        properties.put(SWITCH, true);
        properties.put("micronaut.server.port", port);
        properties.put("micronaut.server.host", settings.text("SHARING_HOST", HOST));
        properties.put("micronaut.server.max-request-size", LARGEST_BODY);
        properties.putAll(TraceSettings.properties(settings));
        properties.putAll(AccessLog.properties(settings));
        properties.putAll(AccessSettings.properties(settings));
        properties.putAll(MetricSettings.properties(settings));
        return properties;
    }

    private static PropertySource frameworkSettings() {
        try (InputStream yaml = SharingServer.class.getResourceAsStream(FRAMEWORK_SETTINGS)) {
            return PropertySource.of("sharing", new YamlPropertySourceLoader().read(FRAMEWORK_SETTINGS, yaml));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the framework's settings cannot be read from the class path", unreadable);
        }
    }

    private static PortTaken.Address address(Settings settings) {
        return new PortTaken.Address(
                "SHARING_PORT",
                settings.text("SHARING_PORT", PORT),
                "SHARING_HOST",
                settings.text("SHARING_HOST", HOST));
    }
}
