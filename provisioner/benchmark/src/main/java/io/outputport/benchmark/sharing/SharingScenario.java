package io.outputport.benchmark.sharing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.benchmark.floor.Floor;
import io.outputport.benchmark.run.FloorProgram;
import io.outputport.benchmark.run.FreePort;
import io.outputport.benchmark.run.HeapUse;
import io.outputport.benchmark.run.JavaProcess;
import io.outputport.benchmark.run.Latencies;
import io.outputport.benchmark.run.Scenario;
import io.outputport.benchmark.run.ScratchFolder;
import io.outputport.benchmark.sharing.QueryConnection.Query;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Queries of tables of different sizes by different numbers of readers, of three contenders in one run. */
@Command(
        name = "sharing",
        description = "Queries of the sharing server, warm and cold, beside the bare framework that streams the same"
                + " bytes, and beside Kernel asked for each query.")
public final class SharingScenario implements Callable<Integer> {
    private static final String SERVER = "sharing server";
    private static final String EACH_TIME = "Kernel each time";
    private static final String SMALL_HEAP = "-Xmx128m";
    private static final double NANOS = 1e9;
    private static final int COLD_READERS = 8;
    /** Above this many files more readers than the cold ones wait for the processors only. */
    private static final int NARROW = 1_000;

    /** The compilers are at work for longer than one cell takes. */
    private static final int WARM_UP = 3;

    @Option(names = "--files", split = ",", defaultValue = "10,10000,100000", description = "default ${DEFAULT-VALUE}")
    private List<Integer> files = List.of();

    @Option(
            names = "--readers",
            split = ",",
            defaultValue = "1,8,64",
            description = "more than 8 are for tables of up to 1,000 files; default ${DEFAULT-VALUE}")
    private List<Integer> readers = List.of();

    @Option(names = "--seconds", defaultValue = "5", description = "of each cell; default ${DEFAULT-VALUE}")
    private int seconds;

    @Option(
            names = "--heap",
            paramLabel = "MIB",
            defaultValue = "256",
            description = "of each contender, warm or at its first query; default ${DEFAULT-VALUE}")
    private int heapMebibytes;

    @Option(
            names = "--server",
            paramLabel = "JAR",
            defaultValue = "provisioner/sharing/target/sharing.jar",
            description = "the sharing server; 'classpath' takes it from this process; default ${DEFAULT-VALUE}")
    private String server = "";

    @Mixin
    private final Scenario scenario = new Scenario();

    @Override
    public Integer call() throws Exception {
        ObjectNode options =
                JsonNodeFactory.instance.objectNode().put("seconds", seconds).put("heapMebibytes", heapMebibytes);
        SharingResults results = new SharingResults(scenario.results(), scenario.report(options));
        List<WideTable> tables = files.stream().map(WideTable::new).toList();
        try (ScratchFolder work = ScratchFolder.make("benchmark-sharing");
                EmbeddedPostgres postgres = durable()) {
            for (WideTable table : tables) {
                scenario.progress("writing a table of " + table.files() + " files");
                table.write(work.resolve("lake"));
            }
            String database = postgres.getJdbcUrl("postgres", "postgres");
            train(tables.get(0), work.path(), database);
            for (WideTable table : tables) {
                cold(table, work.path(), database, results);
            }
            results.head();
            for (WideTable table : tables) {
                warm(table, work.path(), database, results);
            }
        }
        results.save(scenario.out().resolve("sharing.png"));
        return 0;
    }

    /** As in production: a commit is on the disk before it is answered. */
    private static EmbeddedPostgres durable() throws IOException {
        return EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
    }

    /** What a start and a query load is kept for the starts to come, as the image's build does. */
    private void train(WideTable table, Path work, String database) throws IOException, InterruptedException {
        scenario.progress("keeping what a start loads");
        List<String> program = program(work).training(heap());
        try (SharingProcess trained = SharingProcess.start(program, work, database, List.of(table))) {
            readers(trained.query(table), table).ask(1, Duration.ZERO);
        }
    }

    /** A fresh process for each; the first query, and then of another one the first eight at once in a small heap. */
    private void cold(WideTable table, Path work, String database, SharingResults results)
            throws IOException, InterruptedException {
        try (SharingProcess started = started(heap(), work, database, table)) {
            results.figure("start, ms", Long.toString(started.startTime().toMillis()));
            Readers.Result first = readers(started.query(table), table).ask(1, Duration.ZERO);
            results.figure(
                    table.files() + " files, cold: first byte ms, whole ms, failed",
                    "%.0f, %.0f, %d"
                            .formatted(millis(first, first.first()), millis(first, first.whole()), first.failed()));
        }
        try (SharingProcess small = started(SMALL_HEAP, work, database, table)) {
            Readers.Result eight = readers(small.query(table), table).ask(COLD_READERS, Duration.ZERO);
            results.figure(
                    table.files() + " files, " + COLD_READERS + " cold at once, " + SMALL_HEAP
                            + ": answered, failed, seconds, most resident MiB",
                    "%d, %d, %.1f, %s"
                            .formatted(
                                    eight.answers(),
                                    eight.failed(),
                                    eight.seconds(),
                                    small.peakMebibytes().map(String::valueOf).orElse("?")));
        }
    }

    private String heap() {
        return "-Xmx" + heapMebibytes + "m";
    }

    private static double millis(Readers.Result found, Latencies of) {
        return found.answers() > 0 ? of.millis(100) : 0;
    }

    private void warm(WideTable table, Path work, String database, SharingResults results)
            throws IOException, InterruptedException {
        Path captured = work.resolve("answer");
        try (SharingProcess started = started(heap(), work, database, table)) {
            Files.writeString(captured, started.answer(table));
            cells(table, new MeasuredQuery(SERVER, started.query(table), started::processorTime), results);
            HeapUse heap = started.heap();
            results.figure(
                    table.files() + " files, " + heap()
                            + ": heap in use after a collection, most MiB; resident, most MiB",
                    heap.live() + "; "
                            + started.peakMebibytes().map(String::valueOf).orElse("?"));
        }
        int floorPort = FreePort.find();
        try (JavaProcess floor = floor(floorPort, captured, work)) {
            floor.await(() -> isListening(floorPort));
            cells(
                    table,
                    new MeasuredQuery(FloorProgram.NAME, new Query(floorPort, "/stream", "none"), floor::processorTime),
                    results);
        }
        int port = FreePort.find();
        try (JavaProcess kernel = eachTime(port, work)) {
            kernel.await(() -> isListening(port));
            cells(
                    table,
                    new MeasuredQuery(EACH_TIME, new Query(port, "/" + table.name(), "none"), kernel::processorTime),
                    results);
        }
    }

    /** @param processor time that its process has taken so far */
    private record MeasuredQuery(String name, Query query, Supplier<Duration> processor) {}

    /** What warms up counts for nothing. */
    private void cells(WideTable table, MeasuredQuery contender, SharingResults results)
            throws IOException, InterruptedException {
        Readers asking = readers(contender.query(), table);
        List<Integer> counts = readers.stream()
                .filter(count -> count <= COLD_READERS || table.files() <= NARROW)
                .toList();
        asking.ask(COLD_READERS, Duration.ofSeconds((long) WARM_UP * seconds));
        for (int count : counts) {
            Duration before = contender.processor().get();
            Readers.Result found = asking.ask(count, Duration.ofSeconds(seconds));
            Duration taken = contender.processor().get().minus(before);
            results.cell(table.files(), contender.name(), count, found, taken.toNanos() / NANOS);
        }
    }

    private static Readers readers(Query query, WideTable table) {
        return new Readers(query, table.files() + 2);
    }

    private SharingProcess started(String heap, Path work, String database, WideTable table)
            throws IOException, InterruptedException {
        return SharingProcess.start(program(work).trained(heap), work, database, List.of(table));
    }

    private ServerProgram program(Path work) {
        return new ServerProgram(server, work.resolve("sharing.jsa"));
    }

    private JavaProcess floor(int port, Path captured, Path work) throws IOException {
        List<String> command = new ArrayList<>(List.of(heap(), "-XX:+UseSerialGC"));
        command.addAll(FloorProgram.arguments());
        return JavaProcess.start(
                command,
                Map.of(Floor.PORT, Integer.toString(port), Floor.STREAMED, captured.toString()),
                work.resolve("floor.log"));
    }

    private JavaProcess eachTime(int port, Path work) throws IOException {
        return JavaProcess.start(
                List.of(
                        heap(),
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EachTime.class.getName(),
                        Integer.toString(port),
                        work.resolve("lake").toString()),
                Map.of(),
                work.resolve("each-time.log"));
    }

    private static boolean isListening(int port) {
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }
}
