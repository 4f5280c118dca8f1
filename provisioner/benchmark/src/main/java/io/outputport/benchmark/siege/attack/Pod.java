package io.outputport.benchmark.siege.attack;

import io.outputport.benchmark.landscape.ServiceProcess;
import io.outputport.benchmark.run.Http;
import io.outputport.benchmark.run.ServiceProgram;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A service that is started again when its process ends or its liveness fails three times, as Kubernetes does. */
public final class Pod implements AutoCloseable {
    private static final int PROBES = 3;

    private final ServiceProgram program;
    private final List<String> options;
    private final Map<String, String> settings;
    private final Http http = new Http(Duration.ofSeconds(5));
    private ServiceProcess service;
    private int failed;
    private int restarts;
    private long earlierErrors;

    private Pod(ServiceProgram program, List<String> options, Map<String, String> settings)
            throws IOException, InterruptedException {
        this.program = program;
        this.options = options;
        this.settings = settings;
        this.service = ServiceProcess.start(program, options, settings, http);
    }

    public static Pod start(ServiceProgram program, List<String> options, Map<String, String> settings)
            throws IOException, InterruptedException {
        return new Pod(program, options, settings);
    }

    public ServiceProcess service() {
        return service;
    }

    public int restarts() {
        return restarts;
    }

    public long errors() throws IOException {
        return earlierErrors + service.errors();
    }

    /** Asks for liveness once. */
    public void probe() throws IOException, InterruptedException {
        boolean alive = service.isAlive() && http.isOk(URI.create(service.url() + "/health/liveness"));
        failed = alive ? 0 : failed + 1;
        if (!service.isAlive() || failed == PROBES) {
            restarts++;
            failed = 0;
            earlierErrors += service.errors();
            service.close();
            service = ServiceProcess.start(program, options, settings, http);
        }
    }

    @Override
    public void close() throws IOException {
        service.close();
    }
}
