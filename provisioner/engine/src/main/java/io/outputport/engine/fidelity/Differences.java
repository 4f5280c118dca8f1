package io.outputport.engine.fidelity;

import io.outputport.engine.fidelity.cases.Case;
import io.outputport.engine.fidelity.cases.CaseFiles;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The command that compares a Hasura with the cases. It reads {@code HASURA_URL}, {@code HASURA_ADMIN_SECRET},
 * {@code HASURA_SOURCE_URL} (a superuser's {@code postgres://…}, as that Hasura reaches it) and, where the Hasura has a
 * Snowflake agent, {@code HASURA_SNOWFLAKE_JDBC_URL}. Exit code 0 means no difference, 1 some, 2 that it could not run.
 */
public final class Differences {
    private static final List<String> VARIABLES = List.of("HASURA_URL", "HASURA_ADMIN_SECRET", "HASURA_SOURCE_URL");

    private final PrintStream out;
    private int asExpected;
    private int different;
    private int leftOut;
    private int ofOtherVersions;

    Differences(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] args) {
        System.exit(run(System.getenv(), System.out, System.err));
    }

    static int run(Map<String, String> environment, PrintStream out, PrintStream err) {
        Optional<String> missing = VARIABLES.stream()
                .filter(name -> environment.getOrDefault(name, "").isBlank())
                .findFirst();
        if (missing.isPresent()) {
            err.println(missing.get() + " is missing; provisioner/engine/README.md says what to set.");
            return 2;
        }
        if (!environment.getOrDefault("HASURA_URL", "").matches("https?://[\\w.:\\[\\]-]+(/[\\w./-]*)?")) {
            err.println("HASURA_URL is no address such as http://127.0.0.1:8080.");
            return 2;
        }
        return run(target(environment), out, err);
    }

    private static Target target(Map<String, String> environment) {
        return new Target(
                URI.create(environment.getOrDefault("HASURA_URL", "")),
                environment.getOrDefault("HASURA_ADMIN_SECRET", ""),
                environment.getOrDefault("HASURA_SOURCE_URL", ""),
                Optional.ofNullable(environment.get("HASURA_SNOWFLAKE_JDBC_URL")));
    }

    private static int run(Target target, PrintStream out, PrintStream err) {
        try (Bench bench = new Bench(target, "p" + ProcessHandle.current().pid())) {
            return new Differences(out).compare(bench, CaseFiles.all());
        } catch (IllegalStateException | UncheckedIOException failed) {
            err.println("Stopped: " + failed.getMessage());
            return 2;
        }
    }

    /** @return the exit code */
    int compare(Bench bench, List<Case> cases) {
        for (Case one : cases) {
            if (!bench.isOfVersion(one)) {
                ofOtherVersions++;
            } else if (bench.has(one)) {
                tell(one, bench.run(one));
            } else {
                leftOut++;
            }
        }
        out.printf(
                "%d cases: %d as expected, %d different, %d left out (they need a Snowflake agent), %d of other versions%n",
                asExpected + different + leftOut + ofOtherVersions, asExpected, different, leftOut, ofOtherVersions);
        return different == 0 ? 0 : 1;
    }

    private void tell(Case one, List<Difference> differences) {
        if (differences.isEmpty()) {
            asExpected++;
            return;
        }
        different++;
        out.printf("%s [%s, %s]%n", one.name(), one.mark(), String.join(", ", one.shows()));
        differences.forEach(difference -> out.println("    " + difference));
    }
}
