package io.outputport.foundation.start;

import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.settings.SettingsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** TLS of the server, as properties of the framework, which reads the files again while it runs. */
public final class TlsSettings {
    private static final String SERVER = "micronaut.server.ssl.";
    private static final String FILES = "micronaut.certificate.file.";

    /** Where a client without a certificate is turned away. */
    enum ClientAuth {
        /** In the handshake: no path answers. */
        NEED,
        /** At the API: health and docs answer without one. */
        WANT
    }

    private TlsSettings() {}

    /** Empty when certificate and key are not set: plain HTTP. */
    public static Map<String, Object> properties(Settings settings, int port) {
        Optional<Path> certificate =
                settings.text("API_TLS_CERTIFICATE_FILE").map(text -> file("API_TLS_CERTIFICATE_FILE", text));
        Optional<Path> key = settings.text("API_TLS_KEY_FILE").map(text -> file("API_TLS_KEY_FILE", text));
        Optional<Path> authority =
                settings.text("API_TLS_CLIENT_CA_FILE").map(text -> file("API_TLS_CLIENT_CA_FILE", text));
        if (certificate.isPresent() != key.isPresent()) {
            throw new SettingsException("API_TLS_CERTIFICATE_FILE and API_TLS_KEY_FILE belong together; set both.");
        }
        if (authority.isPresent() && certificate.isEmpty()) {
            throw new SettingsException("API_TLS_CLIENT_CA_FILE needs API_TLS_CERTIFICATE_FILE and API_TLS_KEY_FILE.");
        }
        Map<String, Object> properties = new HashMap<>();
        if (certificate.isPresent()) {
            Duration reload = settings.timeout("API_TLS_RELOAD", Duration.ofMinutes(1));
            properties.put(SERVER + "enabled", true);
            properties.put(SERVER + "build-self-signed", false);
            properties.put(SERVER + "port", port);
            properties.put(SERVER + "key-name", "server");
            pem(properties, "server", key.orElseThrow(), reload);
            properties.put(FILES + "server.certificate-path", certificate.get().toString());
            authority.ifPresent(file -> {
                ClientAuth auth = settings.choice("API_TLS_CLIENT_AUTH", ClientAuth.class, ClientAuth.NEED);
                properties.put(SERVER + "client-authentication", auth.name());
                properties.put(SERVER + "trust-name", "clients");
                pem(properties, "clients", file, reload);
            });
        }
        return properties;
    }

    private static Path file(String name, String text) {
        Path file = Path.of(text);
        if (!Files.isReadable(file)) {
            throw new SettingsException(name + " names a file that cannot be read: " + text + ".");
        }
        return file;
    }

    private static void pem(Map<String, Object> properties, String name, Path file, Duration reload) {
        properties.put(FILES + name + ".path", file.toString());
        properties.put(FILES + name + ".format", "PEM");
        // Kubernetes swaps a link far above the file, which a watcher of its folder does not see.
        properties.put(FILES + name + ".refresh-mode", "SCHEDULER");
        properties.put(FILES + name + ".refresh-interval", reload.toMillis() + "ms");
    }
}
