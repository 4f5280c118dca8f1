package io.outputport.benchmark.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** The whole sandbox as a process, on free ports. */
final class SandboxProcess implements AutoCloseable {
    private final Process process;
    private final JsonNode ready;

    private SandboxProcess(Process process, JsonNode ready) {
        this.process = process;
        this.ready = ready;
    }

    /**
     * Comes back when it answers.
     *
     * @param variables for the service in it
     */
    static SandboxProcess start(Path jar, Map<String, String> variables) throws IOException {
        ProcessBuilder java = JavaCommand.of(jar).redirectError(ProcessBuilder.Redirect.INHERIT);
        for (String part : new String[] {"PROVISIONER", "HASURA", "ROLE_MAPPER", "POSTGRES", "SNOWFLAKE"}) {
            java.environment().put("SANDBOX_" + part + "_PORT", "0");
        }
        java.environment().put("SANDBOX_PARTS", "provisioner,hasura,role-mapper,postgres");
        java.environment().putAll(variables);
        Process process = java.start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        String line = output.readLine();
        if (line == null) {
            throw new IOException("The sandbox did not start.");
        }
        return new SandboxProcess(process, new ObjectMapper().readTree(line));
    }

    URI provisioner() {
        return URI.create(ready.path("provisioner").asText());
    }

    @Override
    public void close() {
        // A TERM: the sandbox then stops everything it has started.
        process.toHandle().destroy();
        try {
            process.waitFor();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
