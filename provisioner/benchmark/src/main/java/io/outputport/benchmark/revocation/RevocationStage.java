package io.outputport.benchmark.revocation;

import io.outputport.benchmark.landscape.ByteRelay;
import io.outputport.benchmark.landscape.SandboxParts;
import io.outputport.benchmark.landscape.ServiceProcess;
import io.outputport.benchmark.run.Http;
import io.outputport.benchmark.run.ServiceProgram;
import io.outputport.sandbox.StartFailed;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A service whose Hasura and whose source can be made to hang, beside a role mapper that answers. */
final class RevocationStage implements AutoCloseable {
    private static final int ADMITTED = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(2);

    private final Http http = new Http(Duration.ofSeconds(30));
    private final SandboxParts around;
    private final ByteRelay hasura;
    private final ByteRelay source;
    private final ServiceProcess service;

    private RevocationStage(ServiceProgram program) throws IOException, InterruptedException, StartFailed {
        around = SandboxParts.start(List.of("postgres", "role-mapper", "hasura"));
        Map<String, String> settings = new HashMap<>(around.serviceSettings());
        hasura = ByteRelay.to(URI.create(settings.getOrDefault("HASURA_URL", "")));
        settings.put("HASURA_URL", hasura.url().toString());
        String database = settings.getOrDefault("POSTGRES_URL", "");
        URI address = URI.create(database.substring("jdbc:".length()));
        source = ByteRelay.to(address);
        settings.put(
                "POSTGRES_URL",
                database.replace(
                        ":" + address.getPort() + "/", ":" + source.url().getPort() + "/"));
        service = ServiceProcess.start(program, List.of(), settings, http);
    }

    static RevocationStage start(ServiceProgram program) throws IOException, InterruptedException, StartFailed {
        return new RevocationStage(program);
    }

    /** From the moment a revocation is sent until Alice is let in no longer; the limit at most. */
    Duration revocation(Situation situation, RevokedPort port, Duration limit)
            throws IOException, InterruptedException {
        complete(send("/v1/provision", port.provision()));
        complete(send("/v1/updateacl", port.grant()));
        if (!isLetIn(port)) {
            throw new IOException("Alice is not let in to a port that she was given.");
        }
        String stuck = hang(situation, port);
        long start = System.nanoTime();
        String revoked = send("/v1/updateacl", port.revocation());
        while (isLetIn(port) && since(start).compareTo(limit) < 0) {
            TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS.toMillis());
        }
        Duration time = since(start);
        hasura.thaw();
        source.thaw();
        if (!stuck.isEmpty()) {
            end(stuck);
        }
        end(revoked);
        return time;
    }

    /** The token of a provision that waits for what hangs; empty when nothing does. */
    private String hang(Situation situation, RevokedPort port) throws IOException, InterruptedException {
        if (situation == Situation.HEALTHY) {
            return "";
        }
        ByteRelay hanging = situation == Situation.HASURA_HANGS ? hasura : source;
        hanging.freeze();
        String stuck = send("/v1/provision", port.provision());
        long start = System.nanoTime();
        while (!hanging.isSilentToSomebody() && since(start).compareTo(PATIENCE) < 0) {
            TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS.toMillis());
        }
        return stuck;
    }

    private boolean isLetIn(RevokedPort port) {
        return http.postAsync(URI.create(around.roleMapperUrl() + "/v1/authenticate"), port.question())
                        .join()
                        .statusCode()
                == ADMITTED;
    }

    private String send(String path, String body) throws IOException, InterruptedException {
        return http.post(URI.create(service.url() + path), body);
    }

    private void complete(String token) throws IOException, InterruptedException {
        String status = end(token);
        if (!status.equals("COMPLETED")) {
            throw new IOException("A task that should be COMPLETED is " + status + ".");
        }
    }

    private String end(String token) throws IOException, InterruptedException {
        URI address = URI.create(service.url() + "/v1/provision/" + token + "/status");
        long start = System.nanoTime();
        String status = http.get(address).path("status").asText();
        while (status.equals("RUNNING") && since(start).compareTo(PATIENCE) < 0) {
            TimeUnit.MILLISECONDS.sleep(20);
            status = http.get(address).path("status").asText();
        }
        return status;
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Override
    public void close() throws IOException {
        service.close();
        hasura.close();
        source.close();
        around.close();
    }
}
