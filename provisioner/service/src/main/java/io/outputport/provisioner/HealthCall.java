package io.outputport.provisioner;

import io.outputport.foundation.start.ReadinessCall;
import io.outputport.provisioner.api.arrival.BasePath;
import java.util.Map;

/** The image's health check: asks the service whether it is ready. */
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
                                + environment.getOrDefault("PROVISIONER_PORT", ProvisionerServer.PORT)
                                + BasePath.in(environment).path() + "/health/readiness");
    }
}
