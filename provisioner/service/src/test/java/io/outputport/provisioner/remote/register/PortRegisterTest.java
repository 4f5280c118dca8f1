package io.outputport.provisioner.remote.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.provisioner.outcome.Outcome;
import io.outputport.provisioner.reconcile.PortRegister;
import io.outputport.provisioner.reconcile.PortRegister.Entry;
import io.outputport.provisioner.settings.Settings;
import io.outputport.provisioner.task.store.TaskDatabase;
import io.outputport.provisioner.task.store.TaskDatabaseSettings;
import io.outputport.provisioner.task.store.TestingPostgres;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The register of ports on both databases. */
class PortRegisterTest {
    @Test
    void on_an_h2_file(@TempDir Path folder) {
        assertThatItRemembers("jdbc:h2:file:" + folder.resolve("tasks"));
    }

    @Test
    void on_postgresql() {
        assertThatItRemembers(TestingPostgres.freshDatabase());
    }

    @Test
    void a_database_that_does_not_answer_is_tried_again(@TempDir Path folder) {
        TaskDatabase database = open("jdbc:h2:file:" + folder.resolve("tasks"));
        PortRegister register = new RegisterFactory().register(database.dataSource());
        database.close();

        assertThat(register.find("c")).isInstanceOf(Outcome.Later.class);
    }

    private static void assertThatItRemembers(String url) {
        try (TaskDatabase database = open(url)) {
            PortRegister register = new RegisterFactory().register(database.dataSource());
            Entry open = new Entry("c", false, Optional.of(List.of("user:ann", "group:o'neill")));

            assertThat(register.find("c")).isEqualTo(Outcome.done(Optional.empty()));
            register.save(Entry.closed("c"));
            assertThat(register.find("c")).isEqualTo(Outcome.done(Optional.of(Entry.closed("c"))));
            register.save(open);
            assertThat(register.find("c")).isEqualTo(Outcome.done(Optional.of(open)));
            register.forget("c");
            assertThat(register.find("c")).isEqualTo(Outcome.done(Optional.empty()));
        }
    }

    private static TaskDatabase open(String url) {
        return TaskDatabase.open(TaskDatabaseSettings.from(Settings.of(Map.of("TASK_DB_URL", url))), 2);
    }
}
