package io.outputport.benchmark.revocation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.outputport.benchmark.report.Table;
import io.outputport.benchmark.run.Scenario;
import io.outputport.sandbox.StartFailed;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command line of this scenario. */
@Command(
        name = "revocation",
        description = "How long somebody still reads after an updateacl that names nobody was sent: with every system"
                + " healthy, and while a provision of the same port waits for a Hasura or a source that hangs.",
        sortOptions = false)
public final class RevocationScenario implements Callable<Integer> {
    @Option(
            names = "--revocations",
            paramLabel = "N",
            defaultValue = "20",
            description = "in each situation; default ${DEFAULT-VALUE}")
    private int revocations;

    @Option(
            names = "--limit",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "how long each is waited for; default ${DEFAULT-VALUE}")
    private int limitSeconds;

    @Mixin
    private final Scenario scenario = new Scenario();

    @Override
    public Integer call() throws IOException, InterruptedException, StartFailed {
        if (revocations < 1 || limitSeconds < 1) {
            throw scenario.wrong("--revocations and --limit are at least 1.");
        }
        Table table = new Table(scenario.results(), RevocationResults.TITLES);
        table.head();
        RevocationResults results = new RevocationResults(
                table, scenario.report(JsonNodeFactory.instance.objectNode().put("limitSeconds", limitSeconds)));
        for (Situation situation : Situation.values()) {
            scenario.progress(situation.words() + ": " + revocations + " revocations");
            measure(situation, results);
        }
        return 0;
    }

    private void measure(Situation situation, RevocationResults results)
            throws IOException, InterruptedException, StartFailed {
        Duration limit = Duration.ofSeconds(limitSeconds);
        List<Duration> times = new ArrayList<>();
        try (RevocationStage stage = RevocationStage.start(scenario.program())) {
            // The service's first calls load classes.
            stage.revocation(situation, new RevokedPort("warmup"), limit);
            for (int number = 0; number < revocations; number++) {
                times.add(stage.revocation(situation, new RevokedPort("revoked" + number), limit));
            }
        }
        results.add(
                situation,
                times,
                times.stream().filter(time -> time.compareTo(limit) >= 0).count());
    }
}
