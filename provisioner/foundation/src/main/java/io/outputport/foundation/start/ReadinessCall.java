package io.outputport.foundation.start;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import javax.net.ssl.HttpsURLConnection;

/**
 * Asks a running server whether it is ready, for images that hold neither a shell nor curl: exit code 0 for yes, 1 for no, 2
 * for a wrong command. Starts in a fraction of a second, so it stays with what the JDK loads fastest.
 */
public final class ReadinessCall {
    private static final int TIMEOUT_MILLIS = 5_000;
    private static final int READY = 200;
    private static final String CERTIFICATE = "API_TLS_CERTIFICATE_FILE";

    private final String program;
    private final Map<String, String> environment;

    /** @param program the class to start, as its usage names it */
    public ReadinessCall(Class<?> program, Map<String, String> environment) {
        this.program = program.getName();
        this.environment = Map.copyOf(environment);
    }

    /** @param own what to ask without an argument: where the server of this container says that it is ready */
    public int ask(String[] args, Own own) {
        if (args.length > 1) {
            System.err.println("Usage: java -cp program.jar " + program + " [address]");
            return 2;
        }
        return ask(args.length == 1 ? args[0] : own.address(isSecured() ? "https" : "http"));
    }

    private int ask(String address) {
        try {
            HttpURLConnection call =
                    (HttpURLConnection) new URI(address).toURL().openConnection();
            if (call instanceof HttpsURLConnection secured && isSecured()) {
                OwnCertificate.isTrustedBy(secured, Path.of(environment.get(CERTIFICATE)));
            }
            call.setConnectTimeout(TIMEOUT_MILLIS);
            call.setReadTimeout(TIMEOUT_MILLIS);
            int status = call.getResponseCode();
            System.err.println(address + " answers " + status);
            return status == READY ? 0 : 1;
        } catch (URISyntaxException | IllegalArgumentException | ClassCastException notHttp) {
            System.err.println(address + " is not an http or https address");
            return 2;
        } catch (IOException | GeneralSecurityException silent) {
            System.err.println(address + " does not answer");
            return 1;
        }
    }

    private boolean isSecured() {
        return !environment.getOrDefault(CERTIFICATE, "").isBlank();
    }

    /** The server of this container, by the settings that it was started with. */
    @FunctionalInterface
    public interface Own {
        String address(String scheme);
    }
}
