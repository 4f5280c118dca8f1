package io.outputport.provisioner.register;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.provisioner.port.people.People;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/** A ledger that lives as long as its test; what the real one does in one transaction, it does in one method. */
public final class LedgerInMemory implements AccessLedger {
    private final Map<String, Word> words = new HashMap<>();
    private final List<RoleCall> atWork = new ArrayList<>();
    private final Map<String, UnsettledRole> unsettled = new LinkedHashMap<>();
    private long calls;

    /** The calls that are at work or may be. */
    public synchronized List<RoleCall> atWork() {
        return List.copyOf(atWork);
    }

    @Override
    public synchronized Outcome<Optional<Word>> find(String component) {
        return Outcome.done(Optional.ofNullable(words.get(component)));
    }

    @Override
    public synchronized Outcome<RoleCall> begin(RoleOf role, Wish wish, IntFunction<Duration> patience) {
        Word word = say(role.component(), wish);
        return mark(Optional.of(word), patience.apply(wish.people().refs().size()));
    }

    private Word say(String component, Wish wish) {
        long version =
                Optional.ofNullable(words.get(component)).map(Word::version).orElse(0L) + 1;
        Word word = new Word(
                component, version, Optional.of(wish.asked()), Optional.of(wish.locked()), Optional.empty(), false);
        words.put(component, word);
        return word;
    }

    @Override
    public synchronized Outcome<Optional<RoleCall>> repeat(RoleOf role, IntFunction<Duration> patience) {
        return Optional.ofNullable(words.get(role.component()))
                .map(word -> mark(Optional.of(word), patience.apply(0)).map(Optional::of))
                .orElseGet(() -> Outcome.done(Optional.empty()));
    }

    @Override
    public synchronized Outcome<RoleCall> beginRootFields(RoleOf role, List<String> names, Duration patience) {
        return mark(Optional.empty(), patience).map(call -> {
            unsettled.put(role.component(), new UnsettledRole(role, call.id()));
            return call;
        });
    }

    @Override
    public synchronized Outcome<Optional<RoleCall>> repeatRootFields(
            UnsettledRole seen, List<String> names, Duration patience) {
        return seen.equals(unsettled.get(seen.role().component()))
                ? beginRootFields(seen.role(), names, patience).map(Optional::of)
                : Outcome.done(Optional.empty());
    }

    @Override
    public synchronized Outcome<Boolean> settleRootFields(UnsettledRole seen) {
        return Outcome.done(unsettled.remove(seen.role().component(), seen));
    }

    @Override
    public synchronized Outcome<List<UnsettledRole>> unsettledRoles(int most) {
        return Outcome.done(unsettled.values().stream().limit(most).toList());
    }

    private Outcome<RoleCall> mark(Optional<Word> word, Duration patience) {
        boolean overtaken = atWork.stream().anyMatch(call -> call.word().isPresent() == word.isPresent());
        calls++;
        RoleCall call = new RoleCall(calls, word, patience, overtaken ? patience : Duration.ZERO);
        atWork.add(call);
        return Outcome.done(call);
    }

    @Override
    public synchronized Outcome<RoleCall> over(RoleCall call) {
        atWork.removeIf(other -> other.id() == call.id());
        return Outcome.done(call);
    }

    @Override
    public Outcome<RoleCall> brokenOff(RoleCall call, Duration after) {
        return Outcome.done(call);
    }

    @Override
    public Outcome<RoleCall> goesOn(RoleCall call, Duration after) {
        return Outcome.done(call);
    }

    @Override
    public synchronized Outcome<Boolean> settle(Word word) {
        return Outcome.done(word.equals(words.get(word.component())));
    }

    @Override
    public synchronized Outcome<Optional<Word>> restrict(String component, String token, Wish snapshot) {
        People asked =
                Optional.ofNullable(words.get(component)).flatMap(Word::asked).orElse(People.NOBODY);
        return Outcome.done(Optional.of(say(component, new Wish(asked.within(snapshot.people()), snapshot.locked()))));
    }

    @Override
    public Outcome<List<Word>> unsettled(int most) {
        return Outcome.done(List.of());
    }

    @Override
    public Outcome<List<Snapshot>> unheeded(int most) {
        return Outcome.done(List.of());
    }

    @Override
    public synchronized Outcome<String> forget(String component) {
        words.remove(component);
        unsettled.remove(component);
        return Outcome.done(component);
    }
}
