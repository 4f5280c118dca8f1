package io.outputport.delivery.pipeline;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The image is built of the jar that this build has made, and starts. */
@Execution(ExecutionMode.CONCURRENT)
class ImageScriptTest {
    @TempDir
    Path folder;

    @Test
    void the_images_are_built_and_start_where_there_is_root_buildah_and_debian() throws Exception {
        Script.ofTheRepository("image", Duration.ofMinutes(6)).hold(folder);
    }
}
