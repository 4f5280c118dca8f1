package io.outputport.sharing.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class H2TokensTest extends TokensContract {
    @TempDir
    Path folder;

    @Override
    String url() {
        return "jdbc:h2:file:" + folder.resolve("shares");
    }
}
