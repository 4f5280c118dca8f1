package io.outputport.benchmark.scale.contender;

import io.outputport.benchmark.landscape.Hasura;
import io.outputport.benchmark.landscape.Landscape;
import io.outputport.benchmark.run.Latencies;
import io.outputport.benchmark.scale.fleet.Port;
import io.outputport.sandbox.predecessor.Predecessor;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The calls of the predecessor, one after the other. They would take days where a build takes a minute, so the engine
 * adds its costs up instead of sleeping; since no two calls overlap, the sum is what sleeping would have taken.
 */
public record OldCalls(Landscape landscape, Hasura.Costs costs) implements Contender {
    @Override
    public String name() {
        return "old calls";
    }

    @Override
    public Ready prepare(Port first) {
        return this::deploy;
    }

    private Deployment deploy(List<Port> ports) throws IOException, InterruptedException {
        Hasura hasura = landscape.hasura();
        hasura.charge(costs, false);
        Predecessor predecessor =
                new Predecessor(landscape.hasuraUrl(), landscape.adminSecret(), landscape.roleMapperUrl());
        Duration before = hasura.counters().charged();
        Latencies latencies = new Latencies();
        long start = System.nanoTime();
        for (Port port : ports) {
            predecessor.provision(port.old(landscape.databaseUrl(port.database())));
            latencies.record(since(start).plus(hasura.counters().charged().minus(before)));
        }
        Duration charged = hasura.counters().charged().minus(before);
        return new Deployment(ports.size(), latencies, since(start).plus(charged), Optional.empty(), "");
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
