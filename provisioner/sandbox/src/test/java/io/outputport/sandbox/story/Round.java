package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.outputport.sandbox.interleaving.Action;
import io.outputport.sandbox.interleaving.Action.Fault;
import io.outputport.sandbox.interleaving.Action.Kill;
import io.outputport.sandbox.interleaving.Action.Pace;
import io.outputport.sandbox.interleaving.Action.Stop;
import io.outputport.sandbox.interleaving.Action.Timed;
import io.outputport.sandbox.interleaving.Person;
import io.outputport.sandbox.interleaving.Script;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Several ports, each with a script of its own, played at once on one fleet, while things go wrong for all of them. */
final class Round {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final Duration LONGEST_WRITE = Duration.ofSeconds(60);

    private final World world;
    private final Fleet fleet;
    private final Audit audit;
    private final Aftermath aftermath;
    private final long seed;
    private final List<PortLife> ports;
    private final Map<PortLife, String> wrong = new ConcurrentHashMap<>();

    Round(World world, Fleet fleet, long seed, int ports, Set<Person> locked) {
        this.world = world;
        this.fleet = fleet;
        this.audit = new Audit(world);
        this.aftermath = new Aftermath(audit, locked);
        this.seed = seed;
        this.ports = IntStream.range(0, ports)
                .mapToObj(port -> new PortLife(fleet, "Seed" + seed + "Port" + port + "x", locked))
                .toList();
    }

    /** What was not as it should be, each with what led to it. */
    Collection<String> play() {
        ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
        ScheduledFuture<?> looks =
                watch.scheduleWithFixedDelay(this::watch, 0, BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
        try {
            List<Runnable> scripts = new ArrayList<>();
            scripts.add(() -> run(Script.ofWorld(seed, fleet.size()), this::happen));
            for (int port = 0; port < ports.size(); port++) {
                PortLife life = ports.get(port);
                List<Timed> script = Script.ofPort(seed * 1000 + port);
                scripts.add(() -> run(script, action -> happen(life, action)));
            }
            AtOnce.run(scripts);
            calm();
            AtOnce.run(ports.stream()
                    .filter(port -> !wrong.containsKey(port))
                    .<Runnable>map(port -> () -> aftermath.of(port).ifPresent(what -> tell(port, what)))
                    .toList());
            // Done is only a watch that broke off, which would have seen nothing since.
            assertThat(looks.isDone()).as("whether the watch broke off").isFalse();
        } finally {
            watch.shutdownNow();
        }
        return wrong.values();
    }

    private void watch() {
        ports.forEach(PortLife::look);
        audit.intruders(ports).forEach(this::tell);
    }

    private void happen(Action action) {
        if (action instanceof Kill kill) {
            ports.forEach(port -> port.tell("replica " + kill.replica() + " dies"));
            fleet.kill(kill.replica());
        } else if (action instanceof Pace pace) {
            world.roleMapper().pace(pace.perRow());
        } else if (action instanceof Fault fault) {
            ports.forEach(port -> port.tell("Hasura: " + fault));
            world.engine().arm(fault.json(""));
        }
    }

    private void happen(PortLife port, Action action) {
        if (action instanceof Stop) {
            port.stop();
        } else if (action instanceof Fault fault) {
            port.tell("role mapper: " + fault);
            world.roleMapper().arm(fault.json(port.mentioned()));
        } else {
            port.send(action);
        }
    }

    /** No more faults, and what was begun has come to its end, also in the role mapper. */
    private void calm() {
        world.engine().clearFaults();
        world.roleMapper().clearFaults();
        world.roleMapper().pace(Duration.ZERO);
        ports.stream().filter(port -> !port.settle()).forEach(port -> tell(port, "Something does not end"));
        await("the role mapper's last write")
                .atMost(LONGEST_WRITE)
                .until(() -> world.roleMapper().all().path("writing").asInt() == 0);
    }

    private void tell(PortLife port, String what) {
        wrong.putIfAbsent(port, what + "\n" + port.story());
    }

    private static void run(List<Timed> script, Consumer<Action> stage) {
        for (Timed timed : script) {
            pause(timed.pause());
            stage.accept(timed.action());
        }
    }

    private static void pause(Duration length) {
        long end = System.nanoTime() + length.toNanos();
        await().pollDelay(length).pollInterval(Duration.ofMillis(5)).until(() -> System.nanoTime() >= end);
    }
}
