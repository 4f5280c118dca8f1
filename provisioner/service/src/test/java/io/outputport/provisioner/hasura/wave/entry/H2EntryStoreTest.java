package io.outputport.provisioner.hasura.wave.entry;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class H2EntryStoreTest extends EntryStoreContract {
    @TempDir
    private Path folder;

    @Override
    String freshDatabase() {
        return "jdbc:h2:file:" + folder.resolve("tasks");
    }
}
