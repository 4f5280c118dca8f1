package io.outputport.provisioner.hasura.confirm;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.Progress;
import io.outputport.foundation.outcome.Severity;
import io.outputport.provisioner.hasura.metadata.HasuraClient;
import io.outputport.provisioner.hasura.metadata.HasuraProblems;
import io.outputport.provisioner.hasura.metadata.Pause;
import io.outputport.provisioner.hasura.plan.HasuraStep.Confirm;
import io.outputport.provisioner.hasura.plan.MetadataChange;
import io.outputport.provisioner.hasura.plan.column.ColumnChoice;
import io.outputport.provisioner.hasura.plan.entry.RootField;
import io.outputport.provisioner.hasura.plan.wanted.WantedPort;
import io.outputport.provisioner.port.plan.Change;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Whether a role sees what its port promises: asked as that role, since the metadata alone prove nothing. */
public final class Confirmation {
    private static final int MOST_LOOKS = 4;
    private static final Duration FIRST_WAIT = Duration.ofMillis(100);
    private static final Duration LATE_NODE = Duration.ofSeconds(3);
    /** The step that confirms follows the one that looks at what is served at once. */
    private static final Duration RECENT = Duration.ofSeconds(2);

    private final HasuraClient client;
    private final ConfirmTimeout timeout;
    private final Pause pause;
    /** When a role was seen to have all that its port promises. */
    private final Map<String, Long> served = new ConcurrentHashMap<>();

    public Confirmation(HasuraClient client, ConfirmTimeout timeout, Pause pause) {
        this.client = client;
        this.timeout = timeout;
        this.pause = pause;
    }

    /**
     * Whether a port that is to stay as it is can be used as it is to be, down to its columns: then Hasura knows its table
     * as it really is. False also where the role may not ask, or Hasura does not answer.
     */
    public boolean isServed(MetadataChange change) {
        return change.wanted().filter(port -> isServed(port, change.role())).isPresent();
    }

    private boolean isServed(WantedPort port, String role) {
        Confirm promised = Confirm.of(port, role);
        String row = port.names().customTableName();
        List<String> types =
                Stream.concat(types(promised).stream(), Stream.of(row)).toList();
        boolean shown = client.fields(role, types)
                .map(seen -> seen.filter(fields -> missing(promised, fields).isEmpty())
                        .map(fields -> fields.getOrDefault(row, Set.of()))
                        .filter(columns -> areThose(port.columns(), columns))
                        .isPresent())
                .match(complete -> complete, (after, problem) -> false, problems -> false);
        if (shown) {
            served.put(role, System.nanoTime());
        }
        return shown;
    }

    /** Relationships stand beside the columns; but where all are permitted, one more may be one that is gone. */
    private static boolean areThose(ColumnChoice columns, Set<String> seen) {
        return columns.permitted().isPresent()
                ? seen.containsAll(columns.shown())
                : seen.equals(Set.copyOf(columns.shown()));
    }

    /**
     * A Hasura of several nodes shows a change on each of them a while after it was written. A short while is waited for
     * here, a longer one without a thread.
     */
    public Outcome<Change> confirm(Confirm wanted, Progress progress) {
        Outcome<Optional<Set<String>>> missing =
                wasServed(wanted) ? Outcome.done(Optional.of(Set.of())) : missing(wanted);
        Duration wait = FIRST_WAIT;
        for (int look = 1; look < MOST_LOOKS && isIncomplete(missing) && pause.of(wait); look++) {
            missing = missing(wanted);
            wait = wait.multipliedBy(2);
        }
        return missing.then(fields -> judge(wanted, fields, progress));
    }

    private boolean wasServed(Confirm wanted) {
        return Optional.ofNullable(served.remove(wanted.role()))
                .filter(at -> System.nanoTime() - at < RECENT.toNanos())
                .isPresent();
    }

    private static boolean isIncomplete(Outcome<Optional<Set<String>>> missing) {
        return missing.match(
                fields -> fields.filter(names -> !names.isEmpty()).isPresent(), (a, b) -> false, p -> false);
    }

    private Outcome<Change> judge(Confirm wanted, Optional<Set<String>> missing, Progress progress) {
        if (missing.isEmpty()) {
            progress.report(
                    Severity.WARNING,
                    wanted.phase(),
                    "Role " + wanted.role() + " may not ask Hasura for its schema, so only consistency was checked.");
        }
        if (missing.filter(names -> !names.isEmpty()).isEmpty()) {
            timeout.ended(wanted.role());
            return Outcome.done(missing.isEmpty() ? Change.UNCHANGED : Change.CHANGED);
        }
        String sentence = "Hasura does not show role " + wanted.role() + " yet: "
                + String.join(", ", new TreeSet<>(missing.get())) + ".";
        if (timeout.lasts(wanted.role())) {
            return Outcome.waiting(LATE_NODE, sentence);
        }
        timeout.ended(wanted.role());
        return Outcome.stopped(Problem.of(HasuraProblems.NOT_VISIBLE, sentence));
    }

    /** What the role does not see yet; done and empty when it may not ask. */
    private Outcome<Optional<Set<String>>> missing(Confirm wanted) {
        List<String> types = types(wanted);
        return types.isEmpty()
                ? Outcome.done(Optional.of(Set.of()))
                : client.fields(wanted.role(), types).map(seen -> seen.map(fields -> missing(wanted, fields)));
    }

    private static List<String> types(Confirm wanted) {
        Stream<String> queries = Stream.of(RootField.QUERIES)
                .filter(type -> !wanted.queryFields().isEmpty());
        Stream<String> streams = Stream.of(RootField.SUBSCRIPTIONS)
                .filter(type -> !wanted.subscriptionFields().isEmpty());
        return Stream.concat(queries, streams).toList();
    }

    private static Set<String> missing(Confirm wanted, Map<String, Set<String>> seen) {
        Set<String> missing = new HashSet<>(wanted.queryFields());
        missing.removeAll(seen.getOrDefault(RootField.QUERIES, Set.of()));
        Set<String> streams = new HashSet<>(wanted.subscriptionFields());
        streams.removeAll(seen.getOrDefault(RootField.SUBSCRIPTIONS, Set.of()));
        missing.addAll(streams);
        return missing;
    }
}
