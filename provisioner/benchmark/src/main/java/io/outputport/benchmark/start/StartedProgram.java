package io.outputport.benchmark.start;

import io.outputport.benchmark.load.Load;
import io.outputport.benchmark.run.FreePort;
import io.outputport.benchmark.run.JavaProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * A program whose start and memory are measured.
 *
 * @param arguments of {@code java}, after its options
 * @param settings its environment, from the port that it shall listen on
 * @param load what it is put under, from that port
 */
record StartedProgram(
        String name, List<String> arguments, IntFunction<Map<String, String>> settings, IntFunction<Load> load) {
    StartedProgram {
        arguments = List.copyOf(arguments);
    }

    /** One process of it, once it listens. */
    record Listening(JavaProcess process, Load load, Duration start) implements AutoCloseable {
        @Override
        public void close() {
            process.close();
        }
    }

    /** @param options of {@code java} */
    Listening start(List<String> options, Path output) throws IOException, InterruptedException {
        int port = FreePort.find();
        Load load = this.load.apply(port);
        List<String> command = new ArrayList<>(options);
        command.addAll(arguments);
        long begun = System.nanoTime();
        JavaProcess process = JavaProcess.start(command, settings.apply(port), output);
        try {
            process.await(load::isListenedTo);
        } catch (IOException | InterruptedException | RuntimeException failed) {
            process.close();
            throw failed;
        }
        return new Listening(process, load, Duration.ofNanos(System.nanoTime() - begun));
    }
}
