package io.outputport.benchmark.durable;

import io.outputport.benchmark.landscape.SandboxParts;
import io.outputport.benchmark.report.JsonReport;
import io.outputport.benchmark.run.Scenario;
import io.outputport.benchmark.run.ServiceProgram;
import io.outputport.sandbox.StartFailed;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command line of this scenario. */
@Command(
        name = "queue",
        description =
                "Updateacl tasks of as many components, sent at a steady rate to two replicas over one PostgreSQL,"
                        + " with a role mapper that takes no time of its own: how fast they are accepted, what one costs, and"
                        + " whether any is lost or doubled.",
        sortOptions = false)
public final class QueueScenario implements Callable<Integer> {
    @Option(
            names = "--tasks",
            paramLabel = "N",
            defaultValue = "10000",
            description = "tasks that are measured; default ${DEFAULT-VALUE}")
    private int tasks;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "30000",
            description = "tasks before them that are not measured; default ${DEFAULT-VALUE}")
    private int warmUpTasks;

    @Option(
            names = "--parallel",
            paramLabel = "N",
            defaultValue = "1,2",
            split = ",",
            description =
                    "PARALLEL_TASKS of each replica, one contender after the other: on few processors more of them"
                            + " only keep requests waiting; default ${DEFAULT-VALUE}")
    private List<Integer> parallel = List.of();

    @Mixin
    private final Scenario scenario = new Scenario();

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException, StartFailed {
        if (tasks < 1 || warmUpTasks < 0 || parallel.stream().anyMatch(each -> each < 1)) {
            throw scenario.wrong("--tasks and --parallel are at least 1, --warm-up no less than 0.");
        }
        // As the service does, and for the same reason; no command may have made an HTTP client before.
        System.setProperty("java.util.concurrent.ForkJoinPool.common.parallelism", "2");
        JsonReport report = scenario.report(Workload.json(warmUpTasks, tasks));
        QueueWinners winners = new QueueWinners();
        for (int each : parallel) {
            measure(
                    new Workload(warmUpTasks, tasks, each),
                    new QueueResults(Integer.toString(each), scenario.results(), report, winners));
        }
        winners.tell(scenario.results());
        return 0;
    }

    private void measure(Workload work, QueueResults results)
            throws IOException, InterruptedException, SQLException, StartFailed {
        ServiceProgram program = scenario.program();
        results.begin();
        try (SandboxParts around = SandboxParts.start(List.of("role-mapper", "hasura"));
                EmbeddedPostgres postgres = durable()) {
            String url = postgres.getJdbcUrl("postgres", "postgres");
            new QueueLoad(work, url, scenario, results)
                    .run(Replicas.over(program, around.serviceSettings(), url, work), around.roleMapperUrl());
        }
    }

    /** As in production: a commit is on the disk before it is answered. */
    private static EmbeddedPostgres durable() throws IOException {
        return EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
    }
}
