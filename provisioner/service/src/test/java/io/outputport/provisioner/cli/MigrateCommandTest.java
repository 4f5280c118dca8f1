package io.outputport.provisioner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.settings.SettingsException;
import io.outputport.provisioner.cli.service.LocalService.StartRefused;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** {@code migrate} as it is typed; what it does to a database is told in MigrationTest. */
class MigrateCommandTest {
    @Test
    void it_is_listed_in_the_help_with_what_it_is_for() {
        Typed typed = Typed.inAShell().command("--help");

        assertThat(typed.out()).containsPattern("(?m)^  migrate +Brings the tables of the task database");
    }

    @Test
    void it_says_how_many_steps_there_were() {
        Typed one = Typed.inAShell().withTables(settings -> 1).command("migrate");
        Typed none = Typed.inAShell().withTables(settings -> 0).command("migrate");

        assertThat(one.out()).isEqualTo("The task database is at this version; 1 step was carried out.\n");
        assertThat(none.out()).isEqualTo("The task database is at this version; 0 steps were carried out.\n");
        assertThat(one.code()).isZero();
    }

    @Test
    void the_settings_are_those_of_the_environment() {
        AtomicInteger seen = new AtomicInteger();

        Typed.inAShell()
                .with("TASK_DB_URL", "jdbc:postgresql://db/tasks")
                .withTables(settings -> seen.addAndGet(settings.size()))
                .command("migrate");

        assertThat(seen).hasValue(1);
    }

    @Test
    void a_wrong_setting_is_exit_2_and_anything_else_in_the_way_exit_3() {
        Typed wrong = Typed.inAShell()
                .withTables(settings -> {
                    throw new SettingsException("Cannot migrate: TASK_DB_URL is wrong.");
                })
                .command("migrate");
        Typed refused = Typed.inAShell()
                .withTables(settings -> {
                    throw new StartRefused("Cannot migrate: the disk is full.", new IllegalStateException());
                })
                .command("migrate");

        assertThat(wrong.err()).isEqualTo("error: Cannot migrate: TASK_DB_URL is wrong.\n");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(refused.err()).isEqualTo("error: Cannot migrate: the disk is full.\n");
        assertThat(refused.code()).isEqualTo(3);
    }

    @Test
    void a_word_too_many_is_refused_before_anything_is_done() {
        AtomicInteger runs = new AtomicInteger();

        Typed typed =
                Typed.inAShell().withTables(settings -> runs.incrementAndGet()).command("migrate", "now");

        assertThat(typed.code()).isEqualTo(2);
        assertThat(runs).hasValue(0);
    }
}
