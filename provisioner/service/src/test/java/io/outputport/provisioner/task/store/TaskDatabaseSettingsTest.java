package io.outputport.provisioner.task.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.settings.SettingsException;
import io.outputport.foundation.store.DatabaseSettings;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseSettingsTest {
    @Test
    void the_default_is_an_h2_file_that_behaves_like_postgresql() {
        assertThat(TaskDatabase.settings(Settings.of(Map.of())).url())
                .isEqualTo("jdbc:h2:file:./data/tasks;DATABASE_TO_LOWER=TRUE;DB_CLOSE_ON_EXIT=FALSE"
                        + ";DEFAULT_NULL_ORDERING=HIGH;MODE=PostgreSQL");
    }

    @Test
    void options_that_are_given_stay_as_given() {
        assertThat(from("jdbc:h2:file:/var/t;mode=PostgreSQL;DB_CLOSE_ON_EXIT=TRUE")
                        .url())
                .isEqualTo("jdbc:h2:file:/var/t;mode=PostgreSQL;DB_CLOSE_ON_EXIT=TRUE"
                        + ";DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH");
    }

    @Test
    void a_postgresql_address_is_taken_as_it_is() {
        assertThat(from("jdbc:postgresql://db/tasks?ssl=true").url()).isEqualTo("jdbc:postgresql://db/tasks?ssl=true");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jdbc:h2:mem:tasks | TASK_DB_URL names an H2 database in memory, which forgets every task at a restart;"
                        + " use jdbc:h2:file: or jdbc:postgresql:.",
                "jdbc:mysql://u:hunter2@db/t | TASK_DB_URL must start with jdbc:h2:file: or jdbc:postgresql:.",
                "jdbc:h2:tcp://h/t;PASSWORD=hunter2 | TASK_DB_URL must start with jdbc:h2:file: or jdbc:postgresql:.",
                "jdbc:h2:file:./t;AUTO_SERVER=TRUE | TASK_DB_URL has the option AUTO_SERVER, but an H2 file serves one"
                        + " process only; use jdbc:postgresql: for several.",
            })
    void an_address_that_cannot_serve_is_refused_without_being_repeated(String url, String sentence) {
        assertThatThrownBy(() -> from(url))
                .isInstanceOf(SettingsException.class)
                .hasMessage(sentence);
    }

    @Test
    void memory_is_allowed_where_it_is_asked_for() {
        Settings settings = Settings.of(Map.of("TASK_DB_URL", "jdbc:h2:mem:t", "TASK_DB_IN_MEMORY", "true"));

        assertThat(TaskDatabase.settings(settings).url()).startsWith("jdbc:h2:mem:t;DB_CLOSE_DELAY=-1;");
    }

    @Test
    void no_secret_is_shown() {
        Settings settings = Settings.of(
                Map.of("TASK_DB_URL", "jdbc:postgresql://db/t?password=hunter2", "TASK_DB_PASSWORD", "hunter2"));

        assertThat(TaskDatabase.settings(settings).toString()).doesNotContain("hunter2");
    }

    private static DatabaseSettings from(String url) {
        return TaskDatabase.settings(Settings.of(Map.of("TASK_DB_URL", url)));
    }
}
