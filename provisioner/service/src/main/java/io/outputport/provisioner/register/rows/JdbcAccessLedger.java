package io.outputport.provisioner.register.rows;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.provisioner.port.people.People;
import io.outputport.provisioner.register.AccessLedger;
import io.outputport.provisioner.register.rows.AccessRows.AccessRow;
import io.outputport.provisioner.register.rows.RoleCallRows.Content;
import io.outputport.provisioner.register.rows.RoleCallRows.RolePart;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import org.jdbi.v3.core.Handle;

/**
 * The ledger over JDBC. Who stores a word or marks a call locks the port's row: so a call carries out the newest word at
 * the moment of its mark, and whoever says a newer one finds the mark.
 */
final class JdbcAccessLedger implements AccessLedger {
    private static final Duration PAUSE = Duration.ofSeconds(2);
    /** How much longer than its patience it takes to see whether a call goes on. */
    private static final Duration LOOK_TIME = Duration.ofSeconds(10);

    private final RegisterDatabase database;

    JdbcAccessLedger(RegisterDatabase database) {
        this.database = database;
    }

    @Override
    public Outcome<Optional<Word>> find(String component) {
        return database.run(handle -> handle.createQuery("select * from port_access where component = :component")
                .bind("component", component)
                .map((row, context) -> AccessRows.word(row))
                .findOne());
    }

    @Override
    public Outcome<RoleCall> begin(RoleOf role, Wish wish, IntFunction<Duration> patience) {
        return database.durably(handle -> {
            AccessRows rows = new AccessRows(handle);
            AccessRow before = rows.locked(role.component());
            Word word = rows.say(before, before.under(wish.asked()), Optional.of(wish.locked()), rows.now());
            return mark(handle, role, word, patience);
        });
    }

    @Override
    public Outcome<Optional<RoleCall>> repeat(RoleOf role, IntFunction<Duration> patience) {
        return database.durably(handle -> {
            Word word = new AccessRows(handle).locked(role.component()).word();
            return word.asked().isPresent() ? Optional.of(mark(handle, role, word, patience)) : Optional.empty();
        });
    }

    /** Nobody else tries while the answer is waited for. */
    private static RoleCall mark(Handle handle, RoleOf role, Word word, IntFunction<Duration> patience) {
        AccessRows rows = new AccessRows(handle);
        OffsetDateTime now = rows.now();
        List<String> refs = word.people().map(People::refs).orElseGet(List::of);
        RoleCall call = new RoleCallRows(handle, now)
                .mark(role, new Content(RolePart.PEOPLE, refs), Optional.of(word), patience.apply(refs.size()));
        rows.tryAt(role.component(), now.plus(call.patience()));
        return call;
    }

    @Override
    public Outcome<RoleCall> beginRootFields(RoleOf role, List<String> names, Duration patience) {
        return database.durably(handle -> {
            new AccessRows(handle).locked(role.component());
            return markRootFields(handle, role, names, patience);
        });
    }

    private static RoleCall markRootFields(Handle handle, RoleOf role, List<String> names, Duration patience) {
        RoleCall call = new RoleCallRows(handle, new AccessRows(handle).now())
                .mark(role, new Content(RolePart.ROOT_FIELDS, names), Optional.empty(), patience);
        new RootFieldRows(handle).begun(role, call);
        return call;
    }

    @Override
    public Outcome<Optional<RoleCall>> repeatRootFields(UnsettledRole seen, List<String> names, Duration patience) {
        return database.durably(handle -> {
            new AccessRows(handle).locked(seen.role().component());
            return new RootFieldRows(handle).isAsSeen(seen)
                    ? Optional.of(markRootFields(handle, seen.role(), names, patience))
                    : Optional.empty();
        });
    }

    @Override
    public Outcome<Boolean> settleRootFields(UnsettledRole seen) {
        return database.run(
                handle -> new RootFieldRows(handle).settle(seen.role().component(), seen.call()));
    }

    @Override
    public Outcome<List<UnsettledRole>> unsettledRoles(int most) {
        return database.run(handle ->
                handle.inTransaction(begun -> new RootFieldRows(begun).unsettled(most, new AccessRows(begun).now())));
    }

    @Override
    public Outcome<RoleCall> over(RoleCall call) {
        return note(call, RoleCallRows::delete, PAUSE);
    }

    @Override
    public Outcome<RoleCall> brokenOff(RoleCall call, Duration after) {
        return note(call, (rows, broken) -> rows.breakOff(broken, after), PAUSE);
    }

    @Override
    public Outcome<RoleCall> goesOn(RoleCall call, Duration after) {
        return note(
                call,
                (rows, going) -> rows.breakOff(going, after),
                call.patience().plus(LOOK_TIME));
    }

    /** @param pause until its word may be put again */
    private Outcome<RoleCall> note(RoleCall call, BiConsumer<RoleCallRows, RoleCall> end, Duration pause) {
        return database.run(handle -> handle.inTransaction(begun -> {
            AccessRows rows = new AccessRows(begun);
            OffsetDateTime now = rows.now();
            end.accept(new RoleCallRows(begun, now), call);
            call.word().ifPresent(word -> rows.tryAt(word.component(), now.plus(pause)));
            return call;
        }));
    }

    @Override
    public Outcome<Boolean> settle(Word word) {
        return database.run(handle -> handle.createUpdate("""
                                update port_access set settled = version, next_try = null
                                where component = :component and version = :version""")
                        .bind("component", word.component())
                        .bind("version", word.version())
                        .execute()
                == 1);
    }

    @Override
    public Outcome<Optional<Word>> restrict(String component, String token, Wish snapshot) {
        return database.durably(handle -> {
            AccessRows rows = new AccessRows(handle);
            AccessRow before = rows.locked(component);
            long arrival = arrival(handle, token);
            if (arrival <= before.ceilingArrival()) {
                return Optional.empty();
            }
            rows.put(component, snapshot.people(), arrival);
            return left(before.word(), snapshot)
                    .map(left -> rows.say(before, left.asked(), Optional.of(left.locked()), rows.now()));
        });
    }

    /** Empty where nothing is taken away, or where it is not known who has access and somebody keeps it. */
    private static Optional<Wish> left(Word word, Wish snapshot) {
        if (word.asked().isEmpty()) {
            return Optional.of(snapshot).filter(nobody -> nobody.people().isNobody());
        }
        People asked = word.asked().get().within(snapshot.people());
        People locked =
                word.locked().map(known -> known.within(snapshot.locked())).orElse(snapshot.locked());
        return Optional.of(new Wish(asked, locked))
                .filter(left ->
                        !asked.equals(word.asked().get()) || !word.locked().equals(Optional.of(locked)));
    }

    private static long arrival(Handle handle, String token) {
        return handle.createQuery("select arrival from task where token = cast(:token as uuid)")
                .bind("token", token)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    @Override
    public Outcome<List<Word>> unsettled(int most) {
        return database.run(handle -> handle.createQuery("""
                        select * from port_access where next_try <= current_timestamp and version <> settled
                        order by next_try fetch first :most rows only""")
                .bind("most", most)
                .map((row, context) -> AccessRows.word(row))
                .list());
    }

    @Override
    public Outcome<List<Snapshot>> unheeded(int most) {
        return database.run(handle -> handle.createQuery("""
                        select t.component, t.token, t.request from task t
                        left join port_access a on a.component = t.component
                        where t.finished_at is null and t.operation = 'UPDATE_ACL'
                            and t.arrival > coalesce(a.ceiling_arrival, 0)
                        order by t.arrival fetch first :most rows only""")
                .bind("most", most)
                .map((row, context) ->
                        new Snapshot(row.getString("component"), row.getString("token"), row.getString("request")))
                .list());
    }

    /** What a snapshot has taken away that is still to come stays known. */
    @Override
    public Outcome<String> forget(String component) {
        return database.durably(handle -> {
            handle.createUpdate("""
                            delete from port_access where component = :component and not exists (
                                select 1 from task where component = :component and operation = 'UPDATE_ACL'
                                    and finished_at is null)""").bind("component", component).execute();
            return component;
        });
    }
}
