package io.outputport.provisioner.register;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.provisioner.port.people.People;
import io.outputport.provisioner.port.plan.Change;
import io.outputport.provisioner.register.AccessLedger.RoleCall;
import io.outputport.provisioner.register.AccessLedger.RoleOf;
import io.outputport.provisioner.register.AccessLedger.Wish;
import io.outputport.provisioner.register.AccessLedger.Word;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Writes who has access as the ledger wants it, for systems that take a whole list in one call: the newest word counts, and
 * a call that got no answer is known as long as it may still be at work.
 *
 * @param longest how long one call is waited for
 * @param nanos as {@link System#nanoTime} counts
 */
public record AccessWrites(AccessLedger ledger, Duration longest, LongSupplier nanos) {
    private static final ProblemCode OVERTAKEN = new ProblemCode("access-newer-word");
    private static final ProblemCode UNSETTLED = new ProblemCode("role-unsettled");
    private static final Duration AT_ONCE = Duration.ofMillis(100);
    private static final Duration AGAIN = Duration.ofSeconds(2);

    /** @param write gives access to exactly these people; later where it is not certain whether it did */
    public Outcome<Change> people(RoleOf role, Wish wish, Function<People, Outcome<Change>> write) {
        return ledger.begin(role, wish, entries -> longest).then(call -> carryOut(call, write));
    }

    /** Gives it to the people of the newest word; nothing to do where there is none. */
    public Outcome<Change> newest(RoleOf role, Function<People, Outcome<Change>> write) {
        return ledger.repeat(role, entries -> longest)
                .then(call ->
                        call.map(begun -> carryOut(begun, write)).orElseGet(() -> Outcome.done(Change.UNCHANGED)));
    }

    private Outcome<Change> carryOut(RoleCall call, Function<People, Outcome<Change>> write) {
        Word word = call.word().orElseThrow();
        long begun = nanos.getAsLong();
        Outcome<Change> written = write.apply(word.people().orElseThrow());
        Duration took = Duration.ofNanos(nanos.getAsLong() - begun);
        boolean mayBeAtWork = written.match(
                done -> false, (after, problem) -> true, (after, problem) -> true, stopped -> false, ended -> false);
        Outcome<RoleCall> noted = mayBeAtWork ? ledger.brokenOff(call, took) : ledger.over(call);
        return written.then(change -> noted.then(over -> settled(ledger, call, change)));
    }

    /** What a call that was answered comes to: it counts when no older one can overtake it, and no newer word came in. */
    public static Outcome<Change> settled(AccessLedger ledger, RoleCall call, Change change) {
        return call.isLast() ? settled(ledger, call.word().orElseThrow(), change) : unsettled(call);
    }

    private static Outcome<Change> settled(AccessLedger ledger, Word word, Change change) {
        return ledger.settle(word).then(newest -> newest ? Outcome.done(change) : Outcome.later(AT_ONCE, newerWord()));
    }

    /** Why a word that was written does not count. */
    public static Problem newerWord() {
        return Problem.of(OVERTAKEN, "A newer snapshot came in while this one was written; the newer one counts.");
    }

    /** An older call that nobody has heard of since may still write over this one. */
    public static Outcome<Change> unsettled(RoleCall call) {
        Duration wait = call.overtaken().compareTo(AGAIN) < 0 ? call.overtaken() : AGAIN;
        return Outcome.later(
                wait.plus(AT_ONCE),
                Problem.of(
                        UNSETTLED,
                        "This is written, but an earlier call without an answer may still be at work and write over it,"
                                + " for at most " + call.overtaken().toSeconds()
                                + " s more; until then it is put again and again."));
    }
}
