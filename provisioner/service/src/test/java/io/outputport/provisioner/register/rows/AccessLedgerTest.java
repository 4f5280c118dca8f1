package io.outputport.provisioner.register.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.store.OpenDatabase;
import io.outputport.foundation.store.TestingPostgres;
import io.outputport.provisioner.port.people.People;
import io.outputport.provisioner.register.AccessLedger;
import io.outputport.provisioner.register.AccessLedger.RoleCall;
import io.outputport.provisioner.register.AccessLedger.RoleOf;
import io.outputport.provisioner.register.AccessLedger.Wish;
import io.outputport.provisioner.register.AccessLedger.Word;
import io.outputport.provisioner.task.Operation;
import io.outputport.provisioner.task.Task;
import io.outputport.provisioner.task.TaskToken;
import io.outputport.provisioner.task.store.TaskDatabase;
import io.outputport.provisioner.task.store.jdbc.JdbcTaskStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The newest word on a port's access, and the calls that may be at work on it, on both databases. */
class AccessLedgerTest {
    private static final RoleOf ROLE = new RoleOf("c_role", "c");
    private static final IntFunction<Duration> MINUTE = entries -> Duration.ofMinutes(1);
    private static final Wish ANN = asked("user:ann");
    private static final Wish BOTH = asked("user:ann", "user:bob");

    @TempDir
    private Path folder;

    private Optional<OpenDatabase> database = Optional.empty();

    @AfterEach
    void close() {
        database.ifPresent(OpenDatabase::close);
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void a_word_is_settled_by_an_answered_call_that_nothing_could_overtake(String kind) {
        AccessLedger ledger = ledger(kind);

        RoleCall call = done(ledger.begin(ROLE, ANN, MINUTE));
        assertThat(call.isLast()).isTrue();
        assertThat(word(ledger).settled()).isFalse();
        done(ledger.over(call));

        assertThat(done(ledger.settle(call.word().orElseThrow()))).isTrue();
        assertThat(word(ledger).settled()).isTrue();
        assertThat(word(ledger).people()).contains(ANN.people());
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void a_call_without_an_answer_is_in_the_way_of_others_that_write_something_else(String kind) {
        AccessLedger ledger = ledger(kind);
        RoleCall lost = done(ledger.begin(ROLE, BOTH, MINUTE));
        done(ledger.brokenOff(lost, Duration.ZERO));

        RoleCall same = done(ledger.begin(ROLE, BOTH, MINUTE));
        RoleCall other = done(ledger.begin(ROLE, ANN, MINUTE));
        RoleCall fields = done(ledger.beginRootFields(ROLE, List.of("f"), Duration.ofMinutes(1)));

        assertThat(same.isLast()).isTrue();
        assertThat(same.patience()).isEqualTo(Duration.ofMinutes(2));
        assertThat(other.isLast()).isFalse();
        assertThat(other.overtaken()).isBetween(Duration.ofMinutes(3), Duration.ofMinutes(4));
        assertThat(fields.isLast()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void a_call_whose_connection_broke_at_once_may_be_at_work_for_twice_as_long_as_it_would_have_been_waited_for(
            String kind) {
        AccessLedger ledger = ledger(kind);
        done(ledger.brokenOff(done(ledger.begin(ROLE, BOTH, MINUTE)), Duration.ZERO));

        assertThat(done(ledger.begin(ROLE, ANN, MINUTE)).overtaken())
                .isBetween(Duration.ofSeconds(100), Duration.ofMinutes(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void a_call_that_goes_on_is_at_work_for_longer_and_nobody_puts_its_word_beside_it(String kind) {
        AccessLedger ledger = ledger(kind);
        RoleCall slow = done(ledger.begin(ROLE, BOTH, entries -> Duration.ZERO));
        assertThat(done(ledger.unsettled(10))).hasSize(1);

        done(ledger.goesOn(slow, Duration.ofMinutes(1)));

        assertThat(done(ledger.unsettled(10))).isEmpty();
        assertThat(done(ledger.begin(ROLE, ANN, MINUTE)).overtaken())
                .isBetween(Duration.ofMinutes(2), Duration.ofMinutes(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void after_its_time_it_is_in_nobody_s_way(String kind) {
        AccessLedger ledger = ledger(kind);
        done(ledger.begin(ROLE, BOTH, entries -> Duration.ZERO));

        assertThat(done(ledger.begin(ROLE, ANN, MINUTE)).isLast()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void what_an_accepted_snapshot_takes_away_no_earlier_word_gives_back(String kind) {
        AccessLedger ledger = ledger(kind);
        settle(ledger, BOTH);
        String older = task("c");
        String newer = task("c");

        Word left = done(ledger.restrict("c", newer, asked("user:bob", "user:carl")))
                .orElseThrow();

        assertThat(left.people()).contains(asked("user:bob").people());
        assertThat(done(ledger.restrict("c", older, BOTH))).isEmpty();
        assertThat(done(ledger.unsettled(10))).extracting(Word::component).containsExactly("c");
        assertThat(done(ledger.begin(ROLE, BOTH, MINUTE)).word().orElseThrow().people())
                .contains(asked("user:bob").people());
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void a_snapshot_that_takes_nothing_away_is_no_word(String kind) {
        AccessLedger ledger = ledger(kind);
        settle(ledger, ANN);

        assertThat(done(ledger.restrict("c", task("c"), BOTH))).isEmpty();
        assertThat(word(ledger).settled()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void a_snapshot_that_a_crash_kept_from_being_heeded_is_found(String kind) {
        AccessLedger ledger = ledger(kind);
        String token = task("c");

        assertThat(done(ledger.unheeded(10)))
                .extracting(AccessLedger.Snapshot::token)
                .containsExactly(token);
        done(ledger.restrict("c", token, ANN));
        assertThat(done(ledger.unheeded(10))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void a_newer_word_keeps_an_older_one_from_being_settled(String kind) {
        AccessLedger ledger = ledger(kind);
        RoleCall call = done(ledger.begin(ROLE, BOTH, MINUTE));
        done(ledger.restrict("c", task("c"), ANN));

        assertThat(done(ledger.settle(call.word().orElseThrow()))).isFalse();
        assertThat(done(ledger.repeat(ROLE, MINUTE)).orElseThrow().word().flatMap(Word::people))
                .contains(ANN.people());
    }

    private static void settle(AccessLedger ledger, Wish wish) {
        RoleCall call = done(ledger.begin(ROLE, wish, MINUTE));
        done(ledger.over(call));
        done(ledger.settle(call.word().orElseThrow()));
    }

    private static Wish asked(String... refs) {
        return new Wish(People.of(List.of(refs)), People.NOBODY);
    }

    private static Word word(AccessLedger ledger) {
        return done(ledger.find("c")).orElseThrow();
    }

    private String task(String component) {
        TaskToken token = new TaskToken(UUID.randomUUID());
        new JdbcTaskStore(database.orElseThrow().database())
                .add(new Task(token, Operation.UPDATE_ACL, component, "{}", Instant.now(), 0), Optional.empty());
        return token.toString();
    }

    private AccessLedger ledger(String kind) {
        String url = kind.equals("h2")
                ? "jdbc:h2:file:" + folder.resolve("tasks").toAbsolutePath()
                : TestingPostgres.freshDatabase();
        OpenDatabase opened = TaskDatabase.open(TaskDatabase.settings(Settings.of(Map.of("TASK_DB_URL", url))), 4);
        database = Optional.of(opened);
        return new JdbcAccessLedger(new RegisterDatabase(opened.database()));
    }

    private static <T> T done(Outcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<T>) outcome).value();
    }
}
