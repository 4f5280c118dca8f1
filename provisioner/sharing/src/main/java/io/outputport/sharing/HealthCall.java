package io.outputport.sharing;

import io.outputport.foundation.start.ReadinessCall;
import java.util.Map;

/** The image's health check: asks the server whether it is ready. */
public final class HealthCall {
    private HealthCall() {}

    public static void main(String[] args) {
        System.exit(ask(args, System.getenv()));
    }

    static int ask(String[] args, Map<String, String> environment) {
        return new ReadinessCall(HealthCall.class, environment)
                .ask(
                        args,
                        scheme -> scheme + "://127.0.0.1:"
                                + environment.getOrDefault("SHARING_PORT", SharingServer.PORT) + "/health/readiness");
    }
}
