package io.outputport.provisioner.hasura.rolemapper;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Progress;
import io.outputport.provisioner.hasura.rolemapper.RoleMapperClient.WriteWait;
import io.outputport.provisioner.port.people.People;
import io.outputport.provisioner.port.plan.Change;
import io.outputport.provisioner.register.AccessLedger;
import io.outputport.provisioner.register.AccessLedger.RoleCall;
import io.outputport.provisioner.register.AccessLedger.RoleOf;
import io.outputport.provisioner.register.AccessLedger.UnsettledRole;
import io.outputport.provisioner.register.AccessLedger.Wish;
import io.outputport.provisioner.register.AccessLedger.Word;
import io.outputport.provisioner.register.AccessWrites;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Writes into the role mapper what counts whatever else is at work there. A PUT without an answer may go on for long and
 * write over a newer one: so each is marked in the ledger before it begins, and one counts only when no older one could
 * overtake it.
 */
final class RoleWrites {
    /** What only takes away does not wait for what gives. */
    private static final Duration BRIEF = Duration.ofMillis(300);

    private static final Duration PATIENT = Duration.ofSeconds(10);

    private final RoleMapperClient client;
    private final RoleMapperSettings settings;
    private final AccessLedger ledger;
    private final LongCalls calls;
    private final RoleTurns turns = new RoleTurns();
    private final SeenPace pace = new SeenPace();

    RoleWrites(RoleMapperClient client, RoleMapperSettings settings, AccessLedger ledger, LongCalls calls) {
        this.client = client;
        this.settings = settings;
        this.ledger = ledger;
        this.calls = calls;
    }

    /** Gives the role to exactly these people, less those whom a later snapshot has taken it from. */
    Outcome<Change> people(RoleOf role, Wish wish, Progress progress) {
        return turns.take(
                role.role(),
                PATIENT,
                () -> ledger.begin(role, wish, this::patience).then(call -> carryOut(role, call, progress)));
    }

    /** Gives it to the people of the newest word; nothing to do where there is none. */
    Outcome<Change> newest(RoleOf role, Progress progress) {
        return turns.take(
                role.role(),
                BRIEF,
                () -> ledger.repeat(role, this::patience)
                        .then(call -> call.map(begun -> carryOut(role, begun, progress))
                                .orElseGet(() -> Outcome.done(Change.UNCHANGED))));
    }

    /** @param lasting whether the role is settled by them */
    Outcome<Change> rootFields(RoleOf role, List<String> names, boolean lasting, Progress progress) {
        return ledger.beginRootFields(role, names, settings.patience(names.size()))
                .then(call -> carryOut(role, names, call, progress)
                        .then(change -> lasting ? settle(role, call) : Outcome.done(change)));
    }

    /** Where nobody has written them since the role was looked at. */
    Outcome<Change> rootFieldsAgain(UnsettledRole seen, List<String> names, Progress progress) {
        return ledger.repeatRootFields(seen, names, settings.patience(names.size()))
                .then(call -> call.map(begun -> carryOut(seen.role(), names, begun, progress)
                                .then(change -> settle(seen.role(), begun)))
                        .orElseGet(() -> Outcome.done(Change.UNCHANGED)));
    }

    private Outcome<Change> carryOut(RoleOf role, List<String> names, RoleCall call, Progress progress) {
        Supplier<Outcome<?>> put =
                () -> ended(call, () -> client.putRole(role.role(), role.component(), names, waiting(call)));
        return calls.await(put, interest(names.size(), () -> true, progress))
                .then(echo -> call.isLast() ? Outcome.done(Change.CHANGED) : AccessWrites.unsettled(call));
    }

    private Outcome<Change> settle(RoleOf role, RoleCall call) {
        return ledger.settleRootFields(new UnsettledRole(role, call.id())).map(newest -> Change.CHANGED);
    }

    private Outcome<Change> carryOut(RoleOf role, RoleCall call, Progress progress) {
        Word word = call.word().orElseThrow();
        People people = word.people().orElseThrow();
        Supplier<Outcome<?>> put = () -> ended(call, () -> put(role.role(), people, waiting(call)));
        return calls.await(put, interest(people.refs().size(), () -> isNewest(word), progress))
                .then(echo -> AccessWrites.settled(ledger, call, Change.CHANGED));
    }

    /** Users before groups; the groups are not called where the users did not succeed. */
    private Written put(String role, People people, WriteWait waiting) {
        long begun = System.nanoTime();
        Written users = client.putUsers(role, people.users(), waiting);
        if (!users.outcome().isDone()) {
            return users;
        }
        pace.learn(people.users().size(), Duration.ofNanos(System.nanoTime() - begun));
        return client.putGroups(role, people.groups(), waiting);
    }

    /** What was set, or twice what it has taken before where the role mapper is slower than that. */
    private Duration patience(int entries) {
        Duration set = settings.patience(entries);
        return pace.expected(entries)
                .map(expected -> settings.timeout().plus(expected.multipliedBy(2)))
                .filter(seen -> seen.compareTo(set) > 0)
                .orElse(set);
    }

    private LongCalls.Interest interest(int entries, BooleanSupplier isNewest, Progress progress) {
        return new LongCalls.Interest(entries, pace.expected(entries), isNewest, progress);
    }

    /** The mark in the ledger lasts as long as the call, or else somebody would put the same beside it. */
    private WriteWait waiting(RoleCall call) {
        return new WriteWait(
                call.patience(), waited -> ledger.goesOn(call, waited).isDone());
    }

    private Outcome<?> ended(RoleCall call, Supplier<Written> write) {
        long begun = System.nanoTime();
        Written written = write.get();
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        Outcome<RoleCall> noted = written.mayBeAtWork() ? ledger.brokenOff(call, took) : ledger.over(call);
        return written.outcome().then(echo -> noted);
    }

    private boolean isNewest(Word word) {
        return ledger.find(word.component())
                .match(
                        now -> now.map(Word::version).equals(Optional.of(word.version())),
                        (after, problem) -> true,
                        problems -> true);
    }
}
