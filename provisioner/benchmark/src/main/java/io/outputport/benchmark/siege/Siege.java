package io.outputport.benchmark.siege;

import io.outputport.benchmark.durable.RoleMapperCalls;
import io.outputport.benchmark.durable.TaskTable;
import io.outputport.benchmark.landscape.ByteRelay;
import io.outputport.benchmark.landscape.SandboxParts;
import io.outputport.benchmark.run.Http;
import io.outputport.benchmark.run.Scenario;
import io.outputport.benchmark.siege.attack.Answers;
import io.outputport.benchmark.siege.attack.Attack;
import io.outputport.benchmark.siege.attack.Attacks;
import io.outputport.benchmark.siege.attack.BoundedDisk;
import io.outputport.benchmark.siege.attack.FrozenDatabase;
import io.outputport.benchmark.siege.attack.FullDisk;
import io.outputport.benchmark.siege.attack.Pod;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The stages, one after the other. */
final class Siege {
    private static final int DISK_MEBIBYTES = 48;
    private static final Duration FROZEN = Duration.ofSeconds(20);
    private static final Duration FULL = Duration.ofSeconds(10);

    private final Scenario scenario;
    private final List<String> java;
    private final int part;
    private final SandboxParts around;
    private final SiegeResults results;

    /** @param part 1 for all of it, 10 for a tenth */
    Siege(Scenario scenario, int part, List<String> java, SandboxParts around, SiegeResults results) {
        this.scenario = scenario;
        this.part = part;
        this.java = java;
        this.around = around;
        this.results = results;
    }

    void requests() throws IOException, InterruptedException {
        try (Pod pod = start(Map.of())) {
            for (Attack attack : Attacks.all(part)) {
                scenario.progress(attack.name());
                results.add(watched(pod, attack.name(), true, answers -> {
                    attack.on(pod.service().url(), answers);
                    return "";
                }));
            }
        }
    }

    void disk() throws IOException, InterruptedException {
        Duration time = FULL.dividedBy(part);
        String name = "disk full for " + time.toSeconds() + " s, then freed";
        scenario.progress(name);
        Optional<BoundedDisk> mounted = BoundedDisk.mount(DISK_MEBIBYTES);
        if (mounted.isEmpty()) {
            results.leftOut(name, "a file system to fill can be mounted by root only");
            return;
        }
        try (BoundedDisk disk = mounted.get();
                Pod pod = start(
                        Map.of("TASK_DB_URL", "jdbc:h2:file:" + disk.path().resolve("tasks")))) {
            FullDisk full = new FullDisk(disk, pod, time);
            results.add(watched(pod, name, false, answers -> {
                long back = full.run(Math.max(5, 50 / part), answers);
                return (back < 0 ? "never came back" : "back after " + back + " s") + ", restarts: " + pod.restarts();
            }));
        }
    }

    void database() throws IOException, InterruptedException, SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                ByteRelay relay = ByteRelay.to(URI.create("tcp://127.0.0.1:" + postgres.getPort()));
                Pod pod = start(Map.of(
                        "TASK_DB_URL",
                        "jdbc:postgresql://127.0.0.1:" + relay.url().getPort() + "/postgres",
                        "TASK_DB_USER",
                        "postgres"))) {
            FrozenDatabase attack = new FrozenDatabase(relay, 10_000 / part, FROZEN.dividedBy(part));
            scenario.progress("Roles of " + attack.tasks() + " ports");
            prepare(attack.tasks(), postgres);
            scenario.progress(attack.name());
            results.add(watched(pod, attack.name(), false, answers -> {
                attack.on(pod.service().url(), answers);
                return "restarts: " + pod.restarts();
            }));
        }
    }

    private void prepare(int tasks, EmbeddedPostgres postgres) throws IOException, InterruptedException, SQLException {
        RoleMapperCalls roles = new RoleMapperCalls(new Http(Duration.ofSeconds(30)), around.roleMapperUrl());
        try (TaskTable table = TaskTable.open(postgres.getJdbcUrl("postgres", "postgres"))) {
            table.addPorts(() -> IntStream.range(0, tasks)
                    .mapToObj(task -> FrozenDatabase.port(task).component())
                    .iterator());
        }
        for (int task = 0; task < tasks; task++) {
            roles.makeRole(FrozenDatabase.port(task));
        }
    }

    /** @param attack its answer is what else there is to tell */
    private static SiegeStage watched(Pod pod, String name, boolean requestsOnly, Pressing attack)
            throws IOException, InterruptedException {
        pod.service().forgetPeak();
        long errors = pod.errors();
        Answers answers = new Answers();
        Watch liveness = Watch.liveness(pod.service());
        Watch small = Watch.validation(pod.service(), Attacks.SMALL);
        String remark;
        Fates fates;
        try (liveness;
                small) {
            remark = attack.press(answers);
            fates = Fates.of(answers.tokens(), pod.service().url());
        }
        return new SiegeStage(
                name,
                pod.service().peakMebibytes().orElse(0L),
                new SiegeStage.Watched(liveness.longest(), liveness.failed(), small.longest(), small.failed()),
                answers.toString(),
                pod.errors() - errors,
                requestsOnly,
                fates,
                remark);
    }

    private Pod start(Map<String, String> more) throws IOException, InterruptedException {
        Map<String, String> settings = new HashMap<>(around.serviceSettings());
        settings.put("VALIDATE_BUDGET", "0");
        settings.putAll(more);
        return Pod.start(scenario.program(), java, settings);
    }

    private interface Pressing {
        String press(Answers answers) throws IOException, InterruptedException;
    }
}
