package io.outputport.sharing.tck;

import io.outputport.sharing.tck.call.Answer;
import io.outputport.sharing.tck.call.Client;
import io.outputport.sharing.tck.call.Profile;
import io.outputport.sharing.tck.recipient.Recipient;
import io.outputport.sharing.tck.run.Offer;
import io.outputport.sharing.tck.run.Outcomes;
import io.outputport.sharing.tck.run.Outcomes.How;
import io.outputport.sharing.tck.run.Trial;
import io.outputport.sharing.tck.run.Trials;
import io.outputport.sharing.tck.sample.SampleTables;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The kit's command: {@code write-tables FOLDER} writes the tables that a server has to share, {@code receive FOLDER} keeps
 * what it is told of them, and without either cases are run.
 */
@Command(
        name = "sharing-tck",
        description =
                "Tries a Delta Sharing server by the protocol. Exit codes: 0 all passed, 1 a case failed, 2 wrong use.",
        mixinStandardHelpOptions = true)
public final class Kit implements Callable<Integer> {
    private static final int OK = 200;

    @Spec
    @Nullable
    CommandSpec spec;

    @Option(names = "--profile", paramLabel = "FILE", description = "The profile of a recipient of the kit's tables.")
    @Nullable
    Path profile;

    @Option(names = "--stranger", paramLabel = "FILE", description = "The profile of one who was granted nothing.")
    @Nullable
    Path stranger;

    @Option(names = "--revoked", paramLabel = "FILE", description = "A profile whose token was revoked.")
    @Nullable
    Path revoked;

    @Option(names = "--expired", paramLabel = "FILE", description = "A profile whose token is past its time.")
    @Nullable
    Path expired;

    @Option(
            names = "--share",
            defaultValue = "kit",
            description = "The share of the tables; ${DEFAULT-VALUE} if not set.")
    String share = "kit";

    @Option(names = "--schema", defaultValue = "tables", description = "Their schema; ${DEFAULT-VALUE} if not set.")
    String schema = "tables";

    @Option(
            names = "--without",
            split = ",",
            paramLabel = "OFFER",
            description = "What the server does not offer: delta, history, pages, refresh, fileidhash, sizes, head.")
    List<String> without = List.of();

    @Option(names = "--section", split = ",", description = "Only sections whose names begin so: List, Error, ...")
    List<String> sections = List.of();

    private Kit() {}

    public static void main(String[] arguments) {
        System.exit(run(new PrintWriter(System.out, true), arguments));
    }

    static int run(PrintWriter out, String... arguments) {
        return new CommandLine(new Kit()).setOut(out).setErr(out).execute(arguments);
    }

    @Command(name = "write-tables", description = "Writes the tables into a folder, each into one of its name.")
    int tables(@Parameters(paramLabel = "FOLDER") Path folder) throws IOException {
        SampleTables tables = new SampleTables();
        tables.writeTo(folder);
        out().println(tables.names().size() + " tables. Share them by their names; those that end with _history with"
                + " their history.");
        return 0;
    }

    /** For readers that are no part of the kit: they find tables of this machine that hold what the server gave. */
    @Command(
            name = "receive",
            description = "Queries every table and puts what it was told into a folder, as Delta tables.")
    int receive(@Parameters(paramLabel = "FOLDER") Path folder) throws IOException {
        Trial trial = trial();
        Recipient recipient = new Recipient(trial.client(), folder);
        int received = 0;
        for (String table : trial.tables().readable()) {
            Answer answer = trial.client()
                    .post(trial.tablePath(table) + "/query", "{}", Client.CAPABILITIES, Client.ALL_FEATURES);
            if (answer.status() == OK) {
                recipient.received(answer, answer.files(), folder.resolve(table));
                received++;
            } else {
                out().println(table + ": " + answer);
            }
        }
        out().println(received + " tables received");
        return received == trial.tables().readable().size() ? 0 : 1;
    }

    @Override
    public Integer call() throws IOException {
        Trial trial = trial();
        Outcomes outcomes = Trials.run(trial, sections);
        outcomes.all().forEach(out()::println);
        List<Outcomes.Ended> failed = outcomes.all(How.FAILED);
        out().println(outcomes.all(How.PASSED).size() + " passed, " + failed.size() + " failed, "
                + outcomes.all(How.SKIPPED).size() + " skipped");
        return failed.isEmpty() && !outcomes.all().isEmpty() ? 0 : 1;
    }

    private Trial trial() {
        Map<Offer, Profile> others = new EnumMap<>(Offer.class);
        Set<Offer> missing = missing();
        other(Offer.STRANGER, stranger, others, missing);
        other(Offer.REVOKED, revoked, others, missing);
        other(Offer.EXPIRED, expired, others, missing);
        Path granted = Optional.ofNullable(profile).orElseThrow(() -> wrong("--profile FILE is missing."));
        return new Trial(read(granted), others, share, schema, missing, new SampleTables());
    }

    private Set<Offer> missing() {
        Set<Offer> missing = EnumSet.noneOf(Offer.class);
        without.forEach(option ->
                missing.add(Offer.of(option).orElseThrow(() -> wrong("--without knows no \"" + option + "\"."))));
        return missing;
    }

    private void other(Offer who, @Nullable Path file, Map<Offer, Profile> others, Set<Offer> missing) {
        Optional.ofNullable(file).ifPresentOrElse(path -> others.put(who, read(path)), () -> missing.add(who));
    }

    private Profile read(Path file) {
        try {
            return Profile.read(file);
        } catch (IOException unreadable) {
            throw wrong("The profile cannot be read: " + unreadable.getMessage() + ".");
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec().commandLine(), message);
    }

    private CommandSpec spec() {
        return Optional.ofNullable(spec).orElseThrow();
    }

    private PrintWriter out() {
        return spec().commandLine().getOut();
    }
}
