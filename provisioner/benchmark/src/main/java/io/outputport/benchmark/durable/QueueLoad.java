package io.outputport.benchmark.durable;

import io.outputport.benchmark.landscape.ServiceProcess;
import io.outputport.benchmark.run.Http;
import io.outputport.benchmark.run.Latencies;
import io.outputport.benchmark.run.Scenario;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/** Tasks of as many components, sent to replicas that share a database: at a steady rate, then one after the other. */
final class QueueLoad {
    private static final Duration BARE_INSERT_INTERVAL = Duration.ofMillis(50);
    private static final Path REQUEST =
            Path.of("provisioner/sandbox/descriptors/requests/vaccinations-postgres.acl-alice.json");

    private final Workload work;
    private final Scenario scenario;
    private final QueueResults results;
    private final String tasks;
    private final String request;
    private final Http http = new Http(Duration.ofSeconds(60));

    /** @param tasks the URL of the task database */
    QueueLoad(Workload work, String tasks, Scenario scenario, QueueResults results) throws IOException {
        this.work = work;
        this.tasks = tasks;
        this.scenario = scenario;
        this.results = results;
        request = Files.readString(REQUEST);
    }

    void run(Replicas replicas, URI roleMapper) throws IOException, InterruptedException, SQLException {
        RoleMapperCalls calls = new RoleMapperCalls(http, roleMapper);
        try (ServiceProcess first = replicas.start(http);
                ServiceProcess second = replicas.start(http);
                TaskTable table = TaskTable.open(tasks)) {
            prepare("warm", work.warmUp(), calls, table);
            prepare("quiet", work.quiet(), calls, table);
            prepare("load", work.tasks(), calls, table);
            warmUp(List.of(first, second), table);
            load(List.of(first, second), table);
            quiet(first, calls, table);
            results.heap(first.heap(), second.heap());
        }
    }

    private void prepare(String name, int many, RoleMapperCalls calls, TaskTable table)
            throws IOException, InterruptedException, SQLException {
        scenario.progress("Ports and roles of %d tasks, %s".formatted(many, name));
        table.addPorts(() -> IntStream.range(0, many)
                .mapToObj(i -> new DurablePort(name + i).component())
                .iterator());
        for (int i = 0; i < many; i++) {
            calls.makeRole(new DurablePort(name + i));
        }
    }

    /** Not measured, and the load itself in all else: a service that runs for days has its code compiled. */
    private void warmUp(List<ServiceProcess> replicas, TaskTable table) throws InterruptedException, SQLException {
        scenario.progress("Warm-up: %d tasks, %d a second".formatted(work.warmUp(), Workload.PER_SECOND));
        sendSteadily(replicas, "warm", work.warmUp(), (took, accepted) -> {});
        awaitNoneOpen(table);
        table.checkpoint();
    }

    /** One task after the other: what the service itself adds to the calls that it makes. */
    private void quiet(ServiceProcess replica, RoleMapperCalls calls, TaskTable table)
            throws IOException, InterruptedException, SQLException {
        scenario.progress("One at a time: %d tasks".formatted(work.quiet()));
        Latencies remote = new Latencies();
        for (int i = 0; i < work.quiet(); i++) {
            send(replica, "quiet" + i).join();
            while (table.count("finished_at is null") > 0) {
                TimeUnit.MILLISECONDS.sleep(2);
            }
            long start = System.nanoTime();
            calls.updateAcl(new DurablePort("quiet" + i));
            remote.record(Duration.ofNanos(System.nanoTime() - start));
        }
        results.oneAtATime(table.medianMillis("%:quiet%"), remote.millis(50));
    }

    private void load(List<ServiceProcess> replicas, TaskTable table)
            throws IOException, InterruptedException, SQLException {
        scenario.progress("Load: %d tasks, %d a second".formatted(work.tasks(), Workload.PER_SECOND));
        Latencies acceptance = new Latencies();
        AtomicInteger refused = new AtomicInteger();
        long start = System.nanoTime();
        try (BareInserts bare =
                BareInserts.begin(tasks, new DurablePort("bare").request(request), BARE_INSERT_INTERVAL)) {
            sendSteadily(replicas, "load", work.tasks(), (took, accepted) -> {
                acceptance.record(took);
                refused.addAndGet(accepted ? 0 : 1);
            });
            results.acceptance(acceptance, refused.get());
            results.bareInserts(bare.end());
        }
        double answered = seconds(start);
        awaitNoneOpen(table);
        results.duration(answered, seconds(start));
        results.ends(
                table.count("component like '%:load%' and state = 'COMPLETED'"),
                work.tasks(),
                table.count("attempt > 1"),
                table.medianMillis("%:load%"));
    }

    /** To the replicas in turns, as many a second as are to be; returns when all are answered. */
    private void sendSteadily(
            List<ServiceProcess> replicas, String name, int many, BiConsumer<Duration, Boolean> answer)
            throws InterruptedException {
        CountDownLatch answers = new CountDownLatch(many);
        long start = System.nanoTime();
        for (int i = 0; i < many; i++) {
            // Counted from when it should have been sent, so that a slow answer is not hidden by a late question.
            long due = start + TimeUnit.SECONDS.toNanos(i) / Workload.PER_SECOND;
            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
            send(replicas.get(i % replicas.size()), name + i).whenComplete((response, failure) -> {
                boolean accepted = failure == null && response.statusCode() == 202;
                answer.accept(Duration.ofNanos(System.nanoTime() - due), accepted);
                answers.countDown();
            });
        }
        answers.await();
    }

    private CompletableFuture<HttpResponse<String>> send(ServiceProcess replica, String name) {
        return http.postAsync(URI.create(replica.url() + "/v1/updateacl"), new DurablePort(name).request(request));
    }

    private static void awaitNoneOpen(TaskTable table) throws InterruptedException, SQLException {
        while (table.count("finished_at is null") > 0) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
