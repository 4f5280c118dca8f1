package io.outputport.benchmark.landscape;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.sandbox.RunningSandbox;
import io.outputport.sandbox.StartFailed;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Some of the systems that the service talks to, as the sandbox has them, in this process and on free ports. */
public final class SandboxParts implements AutoCloseable {
    private final RunningSandbox sandbox = new RunningSandbox();

    private SandboxParts() {}

    /** @param names as {@code SANDBOX_PARTS} knows them */
    public static SandboxParts start(List<String> names) throws StartFailed {
        Map<String, String> environment = new HashMap<>();
        environment.put("SANDBOX_PARTS", String.join(",", names));
        for (String name : names) {
            environment.put("SANDBOX_" + name.replace('-', '_').toUpperCase(Locale.ROOT) + "_PORT", "0");
        }
        SandboxParts parts = new SandboxParts();
        parts.sandbox.start(environment);
        return parts;
    }

    public Hasura hasura() {
        return new Hasura(URI.create(ready("hasura")), ready("adminSecret"));
    }

    public URI roleMapperUrl() {
        return URI.create(ready("roleMapper"));
    }

    /** What points a service at all of it. */
    public Map<String, String> serviceSettings() {
        Map<String, String> settings = new HashMap<>();
        for (Map.Entry<String, JsonNode> setting : sandbox.ready().path("env").properties()) {
            settings.put(setting.getKey(), setting.getValue().asText());
        }
        return settings;
    }

    @Override
    public void close() {
        sandbox.close();
    }

    private String ready(String name) {
        return sandbox.ready().path(name).asText();
    }
}
