package io.outputport.foundation.start;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.yaml.YamlPropertySourceLoader;
import io.micronaut.runtime.server.EmbeddedServer;
import io.outputport.foundation.caller.AccessSettings;
import io.outputport.foundation.outcome.Masking;
import io.outputport.foundation.outcome.Redaction;
import io.outputport.foundation.page.PackagedFile;
import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.store.OpenDatabase;
import io.outputport.foundation.telemetry.TelemetryRefusal;
import io.outputport.foundation.telemetry.TraceSettings;
import io.outputport.foundation.telemetry.metrics.MetricSettings;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server that answers: one application context and the HTTP server in it. While it runs, its secrets are masked. */
public final class RunningServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunningServer.class);

    private final ApplicationContext context;
    private final EmbeddedServer server;
    private final Redaction redaction;

    private RunningServer(ApplicationContext context, EmbeddedServer server, Redaction redaction) {
        this.context = context;
        this.server = server;
        this.redaction = redaction;
    }

    /**
     * Starts everything; when this returns, the server answers. A wrong setting ends in a {@link
     * io.outputport.foundation.settings.SettingsException} somewhere in the chain of causes. Nothing is left running after an
     * exception; a database that is still being opened then is closed as soon as it is.
     *
     * @param database opens it; a bean takes it from {@link OpeningDatabase}
     * @param own adds what is this server's alone
     */
    public static RunningServer start(
            Settings settings,
            PortTaken.Address address,
            Supplier<OpenDatabase> database,
            UnaryOperator<ApplicationContextBuilder> own) {
        Masking.add(settings.redaction());
        readAuthorities();
        OpeningDatabase opening = OpeningDatabase.begin(database);
        try {
            return started(settings, opening, own.apply(ApplicationContext.builder()));
        } catch (RuntimeException | Error failed) {
            opening.close();
            Masking.remove(settings.redaction());
            TelemetryRefusal.in(failed, settings).ifPresent(refused -> {
                throw refused;
            });
            PortTaken.in(failed, address).ifPresent(taken -> {
                throw taken;
            });
            throw failed;
        }
    }

    private static RunningServer started(Settings settings, OpeningDatabase database, ApplicationContextBuilder own) {
        ApplicationContext context = own.banner(false)
                .enableDefaultPropertySources(false)
                // The settings are the only source: no stray variable of the machine changes the server.
                .environmentPropertySource(false)
                .deduceEnvironment(false)
                // What is wrong in a setting shows at the start, not at the first request.
                .eagerInitSingletons(true)
                .singletons(settings, database)
                .build();
        try {
            context.start();
            EmbeddedServer server = context.getBean(EmbeddedServer.class).start();
            return new RunningServer(context, server, settings.redaction());
        } catch (RuntimeException | Error failed) {
            context.close();
            throw failed;
        }
    }

    /** The JVM reads its trust store once, for whoever calls others first; here beside the start instead. */
    private static void readAuthorities() {
        Thread thread = new Thread(
                () -> {
                    try {
                        SSLContext.getDefault();
                    } catch (GeneralSecurityException unreadable) {
                        LOG.debug("The trust store cannot be read, which whoever needs it will tell.", unreadable);
                    }
                },
                "authorities-start");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * What the framework is told of one server, in a file of its own name: in a process with several servers, one {@code
     * application.yml} would overwrite the other.
     */
    public static PropertySource frameworkSettings(Class<?> server, String file) {
        byte[] yaml = PackagedFile.bytes(server, file).orElseThrow();
        return PropertySource.of(file, new YamlPropertySourceLoader().read(file, yaml));
    }

    /** What the framework is told of every server: where it listens, TLS, traces, metrics, who may call. */
    public static Map<String, Object> properties(Settings settings, int port, String host) {
        Map<String, Object> properties = new HashMap<>(TlsSettings.properties(settings, port));
        properties.put("micronaut.server.port", port);
        properties.put("micronaut.server.host", host);
        properties.putAll(TraceSettings.properties(settings));
        properties.putAll(AccessSettings.properties(settings));
        properties.putAll(MetricSettings.properties(settings));
        return properties;
    }

    /**
     * Runs a program's server until the process is told to stop.
     *
     * @param start gives back how it is stopped
     * @return why it does not run; empty when it does
     */
    public static Optional<FailedStart> run(Supplier<Settings> settings, Function<Settings, Runnable> start) {
        try {
            return run(settings.get(), start);
        } catch (RuntimeException failure) {
            return Optional.of(FailedStart.of(failure));
        }
    }

    private static Optional<FailedStart> run(Settings settings, Function<Settings, Runnable> start) {
        try {
            LogFormat.choose(settings);
            SpareMemory.giveBack();
            Runtime.getRuntime().addShutdownHook(new Thread(start.apply(settings), "shutdown"));
            return Optional.empty();
        } catch (RuntimeException failure) {
            FailedStart failed = FailedStart.of(failure);
            // A library's words may repeat what it was given.
            return Optional.of(
                    new FailedStart(failed.exitCode(), settings.redaction().byValue(failed.sentence())));
        }
    }

    /** Where it answers, base path included, without a slash at the end. */
    public URI url() {
        return URI.create(server.getContextURI().toString().replaceAll("/+$", ""));
    }

    public ApplicationContext context() {
        return context;
    }

    /** Ends the requests that run, and closes everything else. */
    @Override
    public void close() {
        context.close();
        Masking.remove(redaction);
    }
}
