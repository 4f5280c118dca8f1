package io.outputport.benchmark.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.benchmark.report.JsonReport;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the command of every scenario has: which service is measured, and where its results and its progress go. */
public final class Scenario {
    @Option(
            names = "--service",
            paramLabel = "JAR",
            defaultValue = ServiceProgram.DEFAULT_JAR,
            description = "the service; 'classpath' takes it from this process; default ${DEFAULT-VALUE}")
    private String service = "";

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            defaultValue = "provisioner/benchmark/target",
            description = "takes ${COMMAND-NAME}.json and any picture; default ${DEFAULT-VALUE}")
    private Path out = Path.of("");

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "prints this")
    private boolean help;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    /** @throws ParameterException when there is no such jar */
    public ServiceProgram program() {
        return ServiceProgram.named(service, spec.commandLine());
    }

    /** Where files go. */
    public Path out() {
        return out;
    }

    /** The file of results, named as the command is. */
    public JsonReport report(ObjectNode options) {
        return JsonReport.begin(out.resolve(spec.name() + ".json"), spec.name(), options);
    }

    /** Where results go, to be read by people. */
    public PrintWriter results() {
        return spec.commandLine().getOut();
    }

    /** Tells what is being done. */
    public void progress(String line) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(line);
        err.flush();
    }

    /** What the command is answered with when its options are wrong as numbers. */
    public ParameterException wrong(String reason) {
        return new ParameterException(spec.commandLine(), reason);
    }
}
