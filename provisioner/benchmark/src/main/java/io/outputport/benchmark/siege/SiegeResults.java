package io.outputport.benchmark.siege;

import io.outputport.benchmark.report.JsonReport;
import io.outputport.benchmark.run.ImageOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Tells each stage as soon as it is over, as rows of a table in Markdown. */
final class SiegeResults {
    private final PrintWriter out;
    private final JsonReport report;
    private final List<SiegeStage> stages = new ArrayList<>();

    SiegeResults(PrintWriter out, JsonReport report) {
        this.out = out;
        this.report = report;
    }

    void head() {
        say(
                "| attack | peak MiB of " + ImageOptions.LIMIT_MEBIBYTES
                        + " | longest liveness ms | longest small request ms | answers | ERROR lines | accepted, and became | remark |");
        say("|---|---:|---:|---:|---|---:|---|---|");
    }

    void add(SiegeStage stage) throws IOException {
        stages.add(stage);
        say(stage.row());
        report.add(stage.json());
    }

    /** Loud, since a stage that was left out proves nothing. */
    void leftOut(String name, String why) {
        say("| " + name + " | | | | **left out** | | | " + why + " |");
    }

    /** Whether memory, log and accepted tasks are as they should be; times are for people to judge. */
    boolean verdict() {
        List<String> broken = stages.stream()
                .filter(stage -> !stage.holds())
                .map(SiegeStage::name)
                .toList();
        say(broken.isEmpty() ? "It stands." : "It does not stand: " + String.join("; ", broken) + ".");
        return broken.isEmpty();
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }
}
