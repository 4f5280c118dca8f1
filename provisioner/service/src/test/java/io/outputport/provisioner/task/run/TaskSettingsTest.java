package io.outputport.provisioner.task.run;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.settings.SettingsException;
import io.outputport.provisioner.task.store.TaskDatabase;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TaskSettingsTest {
    @Test
    void without_settings_the_defaults_hold() {
        Settings none = Settings.of(Map.of());

        assertThat(TaskSettings.from(none))
                .isEqualTo(new TaskSettings(
                        TaskDatabase.settings(none),
                        8,
                        new TaskSettings.Limits(10_000, 100),
                        Duration.ofMinutes(30),
                        100,
                        10,
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(20),
                        new TaskSettings.Keeping(Duration.ofDays(30), Duration.ofDays(1), 268_435_456)));
    }

    @Test
    void every_setting_is_read() {
        Settings all = Settings.of(Map.ofEntries(
                entry("TASK_DB_URL", "jdbc:postgresql://db/tasks"),
                entry("TASK_DB_USER", "provisioner"),
                entry("TASK_DB_PASSWORD", "hunter2"),
                entry("PARALLEL_TASKS", "3"),
                entry("QUEUE_LIMIT", "7"),
                entry("RETRY_BUDGET", "90"),
                entry("RETRY_ATTEMPTS", "4"),
                entry("INTERRUPTION_LIMIT", "12"),
                entry("TAKEOVER_AFTER", "5s"),
                entry("SHUTDOWN_GRACE", "6s"),
                entry("RESULT_RETENTION", "2h"),
                entry("READ_RESULT_RETENTION", "1h"),
                entry("READ_QUEUE_LIMIT", "5"),
                entry("RESULT_SIZE", "2000000")));

        assertThat(TaskSettings.from(all))
                .isEqualTo(new TaskSettings(
                        TaskDatabase.settings(all),
                        3,
                        new TaskSettings.Limits(7, 5),
                        Duration.ofSeconds(90),
                        4,
                        12,
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(6),
                        new TaskSettings.Keeping(Duration.ofHours(2), Duration.ofHours(1), 2_000_000)));
        assertThat(TaskDatabase.settings(all).user()).contains("provisioner");
        assertThat(TaskDatabase.settings(all).password()).isPresent();
    }

    @Test
    void a_takeover_that_is_too_soon_is_refused() {
        assertThatThrownBy(() -> TaskSettings.from(Settings.of(Map.of("TAKEOVER_AFTER", "1"))))
                .isInstanceOf(SettingsException.class)
                .hasMessage("TAKEOVER_AFTER must be at least 2s.");
    }
}
