package io.outputport.benchmark.durable;

import io.outputport.sandbox.RunningSandbox;
import io.outputport.sandbox.StartFailed;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Ten thousand updateacl tasks of as many components, sent at a steady rate to two replicas over one PostgreSQL, with a
 * role mapper that takes no time of its own. Run from the root of the repository, after {@code mvn package}.
 */
public final class QueueLoad {
    private static final int TASKS = Integer.getInteger("benchmark.tasks", 10_000);
    private static final int WARM_UP_TASKS = Integer.getInteger("benchmark.warmUp", 10_000);
    private static final int PARALLEL = Integer.getInteger("benchmark.parallel", 8);
    private static final int WARM_UP_AT_ONCE = 8;
    private static final int QUIET_TASKS = 300;
    private static final int PER_SECOND = 200;
    private static final Duration BARE_INSERT_INTERVAL = Duration.ofMillis(50);
    private static final Path REQUEST =
            Path.of("provisioner/sandbox/descriptors/requests/vaccinations-postgres.acl-alice.json");

    private final PrintStream out;
    private final Calls calls = new Calls();
    private final Map<String, String> settings = new HashMap<>();
    private final String request;
    private final URI roleMapper;
    private final String tasks;

    private QueueLoad(PrintStream out, RunningSandbox sandbox, String tasks) throws IOException {
        this.out = out;
        request = Files.readString(REQUEST);
        sandbox.ready()
                .path("env")
                .fields()
                .forEachRemaining(it -> settings.put(it.getKey(), it.getValue().asText()));
        roleMapper = URI.create(sandbox.ready().path("roleMapper").asText());
        this.tasks = tasks;
        settings.put("TASK_DB_URL", tasks);
        settings.put("QUEUE_LIMIT", Integer.toString(2 * TASKS));
        settings.put("PARALLEL_TASKS", Integer.toString(PARALLEL));
    }

    public static void main(String[] args) throws IOException, InterruptedException, SQLException, StartFailed {
        PrintStream out = System.out;
        System.setOut(System.err);
        // As the service does, and for the same reason.
        System.setProperty("java.util.concurrent.ForkJoinPool.common.parallelism", "2");
        Map<String, String> environment = new HashMap<>(Map.of("SANDBOX_PARTS", "role-mapper,hasura"));
        for (String part : List.of("HASURA", "ROLE_MAPPER")) {
            environment.put("SANDBOX_" + part + "_PORT", "0");
        }
        try (RunningSandbox sandbox = new RunningSandbox();
                EmbeddedPostgres postgres = durable()) {
            sandbox.start(environment);
            new QueueLoad(out, sandbox, postgres.getJdbcUrl("postgres", "postgres")).run();
        }
    }

    /** As in production: a commit is on the disk before it is answered. */
    private static EmbeddedPostgres durable() throws IOException {
        return EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
    }

    private void run() throws IOException, InterruptedException, SQLException {
        try (Replica first = Replica.start(settings, calls);
                Replica second = Replica.start(settings, calls);
                TaskTable table = TaskTable.open(tasks)) {
            prepare("warm", WARM_UP_TASKS, table);
            prepare("quiet", QUIET_TASKS, table);
            prepare("load", TASKS, table);
            warmUp(List.of(first, second), table);
            quiet(first, table);
            load(List.of(first, second), table);
            out.printf("heap: at most %d MB and %d MB of 256%n", first.mostHeap(), second.mostHeap());
        }
    }

    private void prepare(String name, int many, TaskTable table)
            throws IOException, InterruptedException, SQLException {
        table.addPorts(() ->
                IntStream.range(0, many).mapToObj(i -> component(name + i)).iterator());
        for (int i = 0; i < many; i++) {
            calls.put(URI.create(roleMapper + "/v1/roles"), """
                    {"role_id":"%s","component_id":"%s","graphql_root_field_names":[]}""".formatted(role(name + i), component(name + i)));
        }
    }

    /** Not measured: a service that runs for days has its code compiled. */
    private void warmUp(List<Replica> replicas, TaskTable table) throws InterruptedException, SQLException {
        Semaphore open = new Semaphore(WARM_UP_AT_ONCE);
        for (int i = 0; i < WARM_UP_TASKS; i++) {
            open.acquire();
            calls.post(URI.create(replicas.get(i % replicas.size()).url() + "/v1/updateacl"), body("warm" + i))
                    .whenComplete((answer, failure) -> open.release());
        }
        open.acquire(WARM_UP_AT_ONCE);
        awaitNoneOpen(table);
    }

    /** One task after the other: what the service itself adds to the calls that it makes. */
    private void quiet(Replica replica, TaskTable table) throws IOException, InterruptedException, SQLException {
        Times remote = new Times();
        for (int i = 0; i < QUIET_TASKS; i++) {
            calls.post(URI.create(replica.url() + "/v1/updateacl"), body("quiet" + i))
                    .join();
            while (table.count("finished_at is null") > 0) {
                TimeUnit.MILLISECONDS.sleep(2);
            }
            remote.add(sameCalls("quiet" + i));
        }
        double whole = table.medianMillis("%:quiet%");
        out.printf(
                Locale.ROOT,
                "one at a time: p50 %.1f ms from start to end, of which the same calls alone take %.1f ms: %.1f ms own%n",
                whole,
                remote.millis(0.5),
                whole - remote.millis(0.5));
    }

    /** The calls of one such task, made from here. */
    private long sameCalls(String name) throws IOException, InterruptedException {
        long start = System.nanoTime();
        calls.get(URI.create(roleMapper + "/v1/roles/component_id/" + component(name)));
        calls.put(URI.create(roleMapper + "/v1/user_roles"), """
                {"role_id":"%s","users":["user:alice"]}""".formatted(role(name)));
        calls.put(URI.create(roleMapper + "/v1/group_roles"), """
                {"role_id":"%s","groups":[]}""".formatted(role(name)));
        return System.nanoTime() - start;
    }

    private void load(List<Replica> replicas, TaskTable table) throws IOException, InterruptedException, SQLException {
        Times acceptance = new Times();
        AtomicInteger refused = new AtomicInteger();
        CountDownLatch answers = new CountDownLatch(TASKS);
        long start = System.nanoTime();
        try (BareInserts bare = BareInserts.begin(tasks, body("bare"), BARE_INSERT_INTERVAL)) {
            for (int i = 0; i < TASKS; i++) {
                // Counted from when it should have been sent, so that a slow answer is not hidden by a late question.
                long due = start + TimeUnit.SECONDS.toNanos(i) / PER_SECOND;
                TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                calls.post(URI.create(replicas.get(i % replicas.size()).url() + "/v1/updateacl"), body("load" + i))
                        .whenComplete((answer, failure) -> {
                            acceptance.add(System.nanoTime() - due);
                            refused.addAndGet(failure == null && answer.statusCode() == 202 ? 0 : 1);
                            answers.countDown();
                        });
            }
            answers.await();
            out.printf("acceptance at %d/s: %s; not accepted: %d%n", PER_SECOND, acceptance, refused.get());
            out.printf("a bare insert meanwhile: %s%n", bare.times());
        }
        double accepted = seconds(start);
        awaitNoneOpen(table);
        out.printf(Locale.ROOT, "all answered after %.1f s, all drained after %.1f s%n", accepted, seconds(start));
        tellEnds(table);
    }

    private static void awaitNoneOpen(TaskTable table) throws InterruptedException, SQLException {
        while (table.count("finished_at is null") > 0) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private void tellEnds(TaskTable table) throws SQLException {
        out.printf(
                Locale.ROOT,
                "completed: %d of %d; begun more than once: %d; median from start to end under load: %.1f ms%n",
                table.count("component like '%:load%' and state = 'COMPLETED'"),
                TASKS,
                table.count("attempt > 1"),
                table.medianMillis("%:load%"));
    }

    private String body(String name) {
        return request.replace("healthcare:vaccinations:0", "healthcare:" + name + ":0");
    }

    private static String component(String name) {
        return "urn:dmb:cmp:healthcare:" + name + ":0:hasura-output-port";
    }

    private static String role(String name) {
        return "healthcare_" + name + "_0_hasuraoutputport_role";
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
