package io.outputport.provisioner.hasura.wave.entry;

import static io.outputport.provisioner.hasura.plan.entry.WantedPortBuilder.aPort;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.store.OpenDatabase;
import io.outputport.provisioner.hasura.plan.MetadataChange;
import io.outputport.provisioner.hasura.plan.entry.MetadataEdit;
import io.outputport.provisioner.hasura.plan.entry.WantedPortBuilder;
import io.outputport.provisioner.hasura.plan.wanted.PlainDialect;
import io.outputport.provisioner.hasura.plan.wanted.WantedPort;
import io.outputport.provisioner.hasura.wave.cost.CostLedger;
import io.outputport.provisioner.hasura.wave.cost.Effort;
import io.outputport.provisioner.hasura.wave.cost.WriteCosts;
import io.outputport.provisioner.port.plan.Change;
import io.outputport.provisioner.task.store.TaskDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every database must do for the waves. */
abstract class EntryStoreContract {
    private static final MetadataChange ONE = wanted(aPort().named("one").showing("day", "date"));
    private static final MetadataChange TWO = wanted(aPort().named("two"));
    private static final WriteVerdict DONE = new WriteVerdict(Outcome.done(Change.CHANGED), List.of("A note."));

    private OpenDatabase database;
    private EntryStore entries;
    private WriterEntries writer;

    abstract String freshDatabase();

    @BeforeEach
    void open() {
        database = TaskDatabase.open(TaskDatabase.settings(Settings.of(Map.of("TASK_DB_URL", freshDatabase()))), 4);
        ChangeJson changes = new ChangeJson(List.of(new PlainDialect()));
        entries = new EntryStore(database.database(), changes);
        writer = new WriterEntries(database.database(), changes);
    }

    final OpenDatabase database() {
        return database;
    }

    final WriterEntries writer() {
        return writer;
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void what_a_write_has_cost_is_known_to_every_replica_and_is_done_without_where_nobody_tells() {
        Effort effort = new Effort(3, 2, 100);

        new CostLedger(database.database()).learn(effort, Duration.ofSeconds(60));

        assertThat(new CostLedger(database.database()).costs().seconds(effort)).isCloseTo(60, within(0.01));
        database.database().run(handle -> handle.execute("delete from hasura_cost"));
        assertThat(new CostLedger(database.database()).costs()).isEqualTo(WriteCosts.NOTHING_LEARNED);
    }

    @Test
    void what_is_put_is_claimed_in_order_of_arrival_as_it_was() {
        entries.put(TWO, Optional.empty());
        entries.put(ONE, Optional.empty());

        List<Claimed> claimed = writer.claim("me", 10);

        assertThat(claimed).extracting(Claimed::component).containsExactly(component(TWO), component(ONE));
        assertThat(entries.isUnderWay(claimed.get(1).change())).isTrue();
        assertThat(new ChangeJson(List.of()).write(claimed.get(1).change()))
                .isEqualTo(new ChangeJson(List.of()).write(ONE));
    }

    @Test
    void what_its_task_goes_on_with_is_kept_until_the_verdict_is_taken() {
        entries.put(ONE, Optional.of("the rest"));
        entries.put(TWO, Optional.empty());
        assertThat(entries.continued(component(ONE)).map(EntryStore.Continued::rest))
                .contains("the rest");
        assertThat(entries.continued(component(TWO))).isEmpty();

        Claimed claimed = writer.claim("me", 1).get(0);
        writer.settle("me", claimed, DONE);
        EntryStore.Continued waiting = entries.continued(component(ONE)).orElseThrow();

        assertThat(entries.takeVerdict(waiting.change())).contains(DONE);
        assertThat(entries.continued(component(ONE))).isEmpty();
    }

    @Test
    void after_a_failure_its_task_starts_again() {
        entries.put(ONE, Optional.of("the rest"));
        Claimed claimed = writer.claim("me", 1).get(0);
        writer.settle(
                "me",
                claimed,
                new WriteVerdict(Outcome.stopped(Problem.of(new ProblemCode("broken"), "It is broken.")), List.of()));

        assertThat(entries.continued(component(ONE))).isEmpty();
        assertThat(entries.takeVerdict(ONE)).isPresent();
    }

    @Test
    void no_more_are_claimed_than_asked_for() {
        entries.put(ONE, Optional.empty());
        entries.put(TWO, Optional.empty());

        assertThat(writer.claim("me", 1)).extracting(Claimed::component).containsExactly(component(ONE));
        assertThat(writer.open()).isEqualTo(2);
    }

    @Test
    void a_newer_wish_takes_the_place_of_one_that_waits() {
        entries.put(ONE, Optional.empty());
        MetadataChange gone = new MetadataChange(ONE.identity(), ONE.role(), Optional.empty());
        entries.put(gone, Optional.empty());

        assertThat(writer.claim("me", 10)).extracting(Claimed::change).containsExactly(gone);
    }

    @Test
    void what_is_being_written_is_not_replaced_and_not_withdrawn() {
        entries.put(ONE, Optional.empty());
        writer.claim("me", 10);

        entries.put(new MetadataChange(ONE.identity(), ONE.role(), Optional.empty()), Optional.empty());

        assertThat(entries.isUnderWay(ONE)).isTrue();
        assertThat(entries.withdraw(component(ONE))).isFalse();
    }

    @Test
    void what_waits_is_withdrawn() {
        entries.put(ONE, Optional.empty());

        assertThat(entries.withdraw(component(ONE))).isTrue();
        assertThat(writer.open()).isZero();
    }

    @Test
    void a_verdict_is_taken_once_and_only_by_who_asked_for_exactly_that() {
        entries.put(ONE, Optional.empty());
        entries.put(TWO, Optional.empty());
        writer.claim("me", 10).forEach(entry -> writer.settle("me", entry, DONE));

        assertThat(writer.notTaken()).containsExactlyInAnyOrder(component(ONE), component(TWO));
        assertThat(entries.takeVerdict(ONE)).contains(DONE);
        assertThat(entries.takeVerdict(ONE)).isEmpty();
        assertThat(entries.takeVerdict(new MetadataChange(TWO.identity(), TWO.role(), Optional.empty())))
                .isEmpty();
        assertThat(entries.takeVerdict(TWO)).isEmpty();
    }

    @Test
    void each_kind_of_verdict_comes_back_as_it_was() {
        Problem problem = Problem.of(new ProblemCode("some-code"), "What happened.", "What to do.");
        for (Outcome<Change> outcome : List.<Outcome<Change>>of(
                Outcome.later(Duration.ofSeconds(7), problem), Outcome.stopped(List.of(problem, problem)))) {
            entries.put(ONE, Optional.empty());
            writer.settle("me", writer.claim("me", 10).get(0), new WriteVerdict(outcome, List.of()));

            assertThat(entries.takeVerdict(ONE)).contains(new WriteVerdict(outcome, List.of()));
        }
    }

    @Test
    void a_writer_that_died_leaves_its_entries_with_what_puts_them_back_to_the_next() {
        var table = JsonNodeFactory.instance.objectNode().put("name", "shots");
        List<MetadataEdit> previous = List.of(
                new MetadataEdit.PutTable("s", table, table.deepCopy()),
                new MetadataEdit.RemoveTable("s", table),
                new MetadataEdit.ConfigureSource("s", table.deepCopy().put("password", "secret")),
                new MetadataEdit.RemoveSource("t"));
        entries.put(ONE, Optional.empty());
        writer.claim("dead", 10);
        writer.prepare(List.of(Claimed.of(ONE).with(previous)), List.of("broken"));

        assertThat(writer.open()).isOne();
        List<Claimed> left = writer.claim("next", 10);
        writer.settle("dead", left.get(0), DONE);

        assertThat(left.get(0).previous()).containsExactly(previous.get(0), previous.get(1), previous.get(3));
        assertThat(writer.deadBefore()).containsExactly("broken");
        assertThat(entries.takeVerdict(ONE)).as("the dead has nothing to say").isEmpty();
    }

    @Test
    void what_this_replica_cannot_read_is_dropped_and_holds_up_nobody() {
        entries.put(ONE, Optional.empty());
        entries.put(new MetadataChange(TWO.identity(), TWO.role(), Optional.empty()), Optional.empty());
        WriterEntries withoutSources = new WriterEntries(database.database(), new ChangeJson(List.of()));

        assertThat(withoutSources.claim("me", 10))
                .extracting(Claimed::component)
                .containsExactly(component(TWO));
        assertThat(entries.isUnderWay(ONE)).isFalse();
    }

    @Test
    void the_lease_has_one_holder_until_it_is_given_back() {
        WriterLease mine = new WriterLease(database.database(), "mine");
        WriterLease yours = new WriterLease(database.database(), "yours");

        assertThat(mine.take()).isTrue();
        assertThat(yours.take()).isFalse();
        assertThat(mine.take()).isTrue();
        yours.giveBack();
        assertThat(yours.take()).isFalse();
        mine.giveBack();
        assertThat(yours.take()).isTrue();
    }

    private static String component(MetadataChange change) {
        return change.identity().component();
    }

    private static MetadataChange wanted(WantedPortBuilder port) {
        WantedPort wanted = port.build();
        return new MetadataChange(wanted.identity(), port.role(), Optional.of(wanted));
    }
}
