package io.outputport.benchmark.durable;

import io.outputport.benchmark.landscape.SandboxParts;
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
            defaultValue = "1",
            description = "PARALLEL_TASKS of each replica: on few processors more of them only keep requests waiting;"
                    + " default ${DEFAULT-VALUE}")
    private int parallel;

    @Mixin
    private final Scenario scenario = new Scenario();

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException, StartFailed {
        if (tasks < 1 || warmUpTasks < 0 || parallel < 1) {
            throw scenario.wrong("--tasks and --parallel are at least 1, --warm-up no less than 0.");
        }
        // As the service does, and for the same reason; no command may have made an HTTP client before.
        System.setProperty("java.util.concurrent.ForkJoinPool.common.parallelism", "2");
        Workload work = new Workload(warmUpTasks, tasks, parallel);
        ServiceProgram program = scenario.program();
        try (SandboxParts around = SandboxParts.start(List.of("role-mapper", "hasura"));
                EmbeddedPostgres postgres = durable()) {
            String url = postgres.getJdbcUrl("postgres", "postgres");
            QueueResults results = new QueueResults(scenario.results(), scenario.report(work.json()));
            new QueueLoad(work, url, scenario, results)
                    .run(Replicas.over(program, around.serviceSettings(), url, work), around.roleMapperUrl());
        }
        return 0;
    }

    /** As in production: a commit is on the disk before it is answered. */
    private static EmbeddedPostgres durable() throws IOException {
        return EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
    }
}
