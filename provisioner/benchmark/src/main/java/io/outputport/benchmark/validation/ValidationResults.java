package io.outputport.benchmark.validation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.benchmark.load.Round;
import io.outputport.benchmark.report.JsonReport;
import io.outputport.benchmark.report.Table;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells what was measured, as soon as it is. */
record ValidationResults(PrintWriter out, JsonReport report) {
    private static final String PARSE = "parse only, bare Micronaut";
    private static final String VALIDATE = "POST /v1/validate";

    void throughput(Round floor, Round service) throws IOException {
        Table table =
                new Table(out, List.of(" ".repeat(28) + "called", "per second", "    p50 ms", "    p99 ms", "won"));
        table.head();
        boolean served = service.perSecond() > floor.perSecond();
        add(table, PARSE, floor, !served);
        add(table, VALIDATE, service, served);
        double rate = service.perSecond() / floor.perSecond();
        double slowest = service.latencies().millis(99) / floor.latencies().millis(99);
        table.row(List.of("the second by the first", text(2, rate), "", text(2, slowest), ""));
    }

    void memory(Optional<Long> residentMebibytes) throws IOException {
        out.println("resident after the load: "
                + residentMebibytes.map(String::valueOf).orElse("?") + " MiB");
        out.flush();
        ObjectNode row = row(VALIDATE);
        residentMebibytes.ifPresent(resident -> row.put("residentMebibytes", resident));
        report.add(row);
    }

    /** @param floor and the others in milliseconds */
    void coldStarts(double floor, double offline, double offlineWithArchive) throws IOException {
        Table table = new Table(out, List.of(" ".repeat(22) + "from cold", "    ms", "by the first"));
        table.head();
        addCold(table, "bare Micronaut start", floor, floor);
        addCold(table, "validate --offline", offline, floor);
        addCold(table, "the same with an archive", offlineWithArchive, floor);
    }

    private void add(Table table, String called, Round round, boolean won) throws IOException {
        double median = round.latencies().millis(50);
        double slowest = round.latencies().millis(99);
        table.row(List.of(called, text(0, round.perSecond()), text(2, median), text(2, slowest), won ? "won" : ""));
        report.add(row(called)
                .put("perSecond", round.perSecond())
                .put("p50Millis", median)
                .put("p99Millis", slowest));
    }

    private void addCold(Table table, String program, double millis, double floor) throws IOException {
        table.row(List.of(program, text(0, millis), text(2, millis / floor)));
        report.add(
                JsonNodeFactory.instance.objectNode().put("fromCold", program).put("millis", millis));
    }

    private static ObjectNode row(String called) {
        return JsonNodeFactory.instance.objectNode().put("called", called);
    }

    private static String text(int digits, double value) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
