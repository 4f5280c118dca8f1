package io.outputport.provisioner;

import io.outputport.provisioner.api.arrival.BasePath;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import javax.net.ssl.HttpsURLConnection;

/**
 * Asks a running service whether it is ready, for images that hold neither a shell nor curl: exit code 0 for yes, 1 for
 * no, 2 for a wrong command. Starts in a fraction of a second, so it stays with what the JDK loads fastest.
 */
public final class HealthCall {
    private static final int TIMEOUT_MILLIS = 5_000;
    private static final int READY = 200;
    private static final String CERTIFICATE = "API_TLS_CERTIFICATE_FILE";

    private HealthCall() {}

    public static void main(String[] args) {
        System.exit(ask(args, System.getenv()));
    }

    /** Without an argument: the service of this container, by the settings it was started with. */
    static int ask(String[] args, Map<String, String> environment) {
        if (args.length > 1) {
            System.err.println("Usage: java -cp provisioner.jar " + HealthCall.class.getName() + " [address]");
            return 2;
        }
        String certificate = environment.getOrDefault(CERTIFICATE, "");
        return ask(args.length == 1 ? args[0] : own(environment), certificate);
    }

    private static int ask(String address, String certificate) {
        try {
            HttpURLConnection call =
                    (HttpURLConnection) new URI(address).toURL().openConnection();
            if (call instanceof HttpsURLConnection secured && !certificate.isBlank()) {
                OwnCertificate.isTrustedBy(secured, Path.of(certificate));
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

    private static String own(Map<String, String> environment) {
        String port = environment.getOrDefault("PROVISIONER_PORT", ProvisionerServer.PORT);
        String basePath = BasePath.in(environment).path();
        String scheme = environment.getOrDefault(CERTIFICATE, "").isBlank() ? "http" : "https";
        return scheme + "://127.0.0.1:" + port + basePath + "/health/readiness";
    }
}
