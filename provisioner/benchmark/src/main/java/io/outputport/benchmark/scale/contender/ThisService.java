package io.outputport.benchmark.scale.contender;

import io.outputport.benchmark.landscape.Hasura;
import io.outputport.benchmark.landscape.Landscape;
import io.outputport.benchmark.landscape.ServiceProcess;
import io.outputport.benchmark.run.HeapUse;
import io.outputport.benchmark.run.Http;
import io.outputport.benchmark.run.ServiceProgram;
import io.outputport.benchmark.scale.fleet.Port;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The service in a process of its own, with the heap that it promises to get along with. The engine really sleeps its
 * costs: how many writes are needed depends on who arrives while one runs.
 *
 * @param longest after which ports that are not done are given up
 */
public record ThisService(Landscape landscape, ServiceProgram program, Hasura.Costs costs, Duration longest)
        implements Contender {
    private static final List<String> OPTIONS = List.of("-Xmx256m", "-XX:+UseSerialGC");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Override
    public String name() {
        return "this service";
    }

    /** A service runs for months: it has deployed a port before those that are measured. */
    @Override
    public Ready prepare(Port first) throws IOException, InterruptedException {
        landscape.hasura().charge(costs, true);
        Http http = new Http(PATIENCE);
        Running running = new Running(ServiceProcess.start(program, OPTIONS, landscape.serviceSettings(), http), http);
        try {
            running.platform().deploy(List.of(first), longest);
        } catch (IOException | InterruptedException | RuntimeException failed) {
            running.close();
            throw failed;
        }
        return running;
    }

    private final class Running implements Ready {
        private final ServiceProcess service;
        private final Http http;

        Running(ServiceProcess service, Http http) {
            this.service = service;
            this.http = http;
        }

        Platform platform() {
            return new Platform(http, service.url());
        }

        @Override
        public Deployment deploy(List<Port> ports) throws IOException, InterruptedException {
            landscape.hasura().charge(costs, true);
            Platform.Outcome outcome = platform().deploy(ports, longest);
            HeapUse heap = service.heap();
            if (outcome.open() > 0) {
                service.kill();
            }
            return new Deployment(
                    outcome.completed(), outcome.latencies(), outcome.wall(), Optional.of(heap), remark(outcome));
        }

        @Override
        public void close() throws IOException {
            service.close();
        }
    }

    private String remark(Platform.Outcome outcome) {
        if (outcome.open() > 0) {
            return "given up after " + longest.toMinutes() + " min with " + outcome.open() + " ports open";
        }
        return outcome.firstFailure().map(text -> "failed: " + text).orElse("");
    }
}
