package io.outputport.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** A command of the benchmark as it is typed, and what it then says. */
final class Typed {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine benchmark =
            Benchmark.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

    /** The exit code. */
    int command(String... words) {
        return benchmark.execute(words);
    }

    /** A scenario with the service of this class path, since no jar is built yet when tests run. */
    int run(Path folder, String... words) {
        List<String> whole = new ArrayList<>(List.of(words));
        whole.addAll(List.of("--service", "classpath", "--out", folder.toString()));
        return command(whole.toArray(String[]::new));
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }

    static JsonNode json(Path file) throws IOException {
        return new ObjectMapper().readTree(file.toFile());
    }
}
