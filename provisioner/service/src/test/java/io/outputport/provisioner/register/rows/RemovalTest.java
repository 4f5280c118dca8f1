package io.outputport.provisioner.register.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.store.Database;
import io.outputport.foundation.store.OpenDatabase;
import io.outputport.foundation.store.TestingPostgres;
import io.outputport.provisioner.port.people.People;
import io.outputport.provisioner.register.AccessLedger;
import io.outputport.provisioner.register.AccessLedger.RoleCall;
import io.outputport.provisioner.register.AccessLedger.RoleOf;
import io.outputport.provisioner.register.AccessLedger.Wish;
import io.outputport.provisioner.register.AccessLedger.Word;
import io.outputport.provisioner.register.PortRegister;
import io.outputport.provisioner.register.PortRegister.RegisteredPort;
import io.outputport.provisioner.task.store.TaskDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A removal that has begun, taken back or not, on both databases. */
class RemovalTest {
    private static final RoleOf ROLE = new RoleOf("c_role", "c");
    private static final People ANN = People.of(List.of("user:ann"));
    private static final People OWNER = People.of(List.of("user:owner"));

    @TempDir
    private Path folder;

    private Optional<OpenDatabase> database = Optional.empty();

    @AfterEach
    void close() {
        database.ifPresent(OpenDatabase::close);
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void one_that_took_nothing_away_leaves_the_port_as_it_was(String kind) {
        Database tables = open(kind);
        PortRegister register = living(tables);
        AccessLedger ledger = new RegisterFactory().ledger(tables);
        Word before = word(ledger);

        done(register.beginRemoval("c", "hasura"));
        assertThat(entry(register).closed()).isTrue();
        assertThat(done(register.takeBackRemoval("c", People.NOBODY))).isTrue();

        assertThat(entry(register)).isEqualTo(livingEntry());
        assertThat(word(ledger)).isEqualTo(before);
        assertThat(done(register.takeBackRemoval("c", People.NOBODY))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void one_that_may_have_taken_something_away_gives_it_back(String kind) {
        Database tables = open(kind);
        PortRegister register = living(tables);
        AccessLedger ledger = new RegisterFactory().ledger(tables);
        done(register.beginRemoval("c", "hasura"));
        done(ledger.brokenOff(sayNobody(ledger), Duration.ZERO));
        done(register.beginRemoval("c", "hasura"));

        assertThat(done(register.takeBackRemoval("c", OWNER))).isTrue();

        assertThat(entry(register)).isEqualTo(livingEntry());
        assertThat(word(ledger).people()).contains(ANN.and(OWNER));
        assertThat(word(ledger).settled()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void one_that_took_everything_away_is_never_taken_back(String kind) {
        Database tables = open(kind);
        PortRegister register = living(tables);
        AccessLedger ledger = new RegisterFactory().ledger(tables);
        done(register.beginRemoval("c", "hasura"));
        settle(ledger, sayNobody(ledger));
        done(register.beginRemoval("c", "hasura"));
        sayNobody(ledger);

        assertThat(done(register.takeBackRemoval("c", OWNER))).isFalse();

        assertThat(entry(register).closed()).isTrue();
        assertThat(word(ledger).people()).contains(People.NOBODY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void a_port_that_was_closed_before_stays_closed(String kind) {
        Database tables = open(kind);
        PortRegister register = living(tables);
        done(register.beginRemoval("c", "hasura"));
        done(register.save(RegisteredPort.closed("c", "hasura")));
        done(register.beginRemoval("c", "hasura"));

        assertThat(done(register.takeBackRemoval("c", OWNER))).isFalse();
        assertThat(entry(register).closed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void a_port_of_which_nothing_was_known_is_unknown_again(String kind) {
        Database tables = open(kind);
        PortRegister register = new RegisterFactory().register(tables);
        AccessLedger ledger = new RegisterFactory().ledger(tables);
        done(register.beginRemoval("c", "hasura"));
        done(ledger.over(sayNobody(ledger)));

        assertThat(done(register.takeBackRemoval("c", OWNER))).isTrue();

        assertThat(done(register.find("c"))).isEmpty();
        assertThat(word(ledger).asked()).isEmpty();
        assertThat(done(ledger.unsettled(1))).isEmpty();
    }

    private static PortRegister living(Database tables) {
        PortRegister register = new RegisterFactory().register(tables);
        AccessLedger ledger = new RegisterFactory().ledger(tables);
        settle(ledger, done(ledger.begin(ROLE, new Wish(ANN, People.NOBODY), entries -> Duration.ofMinutes(1))));
        done(register.save(livingEntry()));
        return register;
    }

    private static RegisteredPort livingEntry() {
        return new RegisteredPort("c", "hasura", false, Optional.of(ANN.refs()), Optional.empty());
    }

    private static RoleCall sayNobody(AccessLedger ledger) {
        return done(ledger.begin(ROLE, new Wish(People.NOBODY, People.NOBODY), entries -> Duration.ofMinutes(1)));
    }

    private static void settle(AccessLedger ledger, RoleCall call) {
        done(ledger.over(call));
        assertThat(done(ledger.settle(call.word().orElseThrow()))).isTrue();
    }

    private static RegisteredPort entry(PortRegister register) {
        return done(register.find("c")).orElseThrow();
    }

    private static Word word(AccessLedger ledger) {
        return done(ledger.find("c")).orElseThrow();
    }

    private Database open(String kind) {
        String url = kind.equals("h2") ? "jdbc:h2:file:" + folder.resolve("tasks") : TestingPostgres.freshDatabase();
        OpenDatabase opened = TaskDatabase.open(TaskDatabase.settings(Settings.of(Map.of("TASK_DB_URL", url))), 2);
        database = Optional.of(opened);
        return opened.database();
    }

    private static <T> T done(Outcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<T>) outcome).value();
    }
}
