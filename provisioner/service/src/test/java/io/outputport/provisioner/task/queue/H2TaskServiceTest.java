package io.outputport.provisioner.task.queue;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class H2TaskServiceTest extends TaskServiceContract {
    @TempDir
    Path folder;

    @Override
    String freshDatabase() {
        return "jdbc:h2:file:" + folder.resolve("tasks");
    }
}
