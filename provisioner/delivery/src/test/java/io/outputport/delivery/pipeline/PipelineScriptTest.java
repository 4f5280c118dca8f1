package io.outputport.delivery.pipeline;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The pipeline's file is read as GitLab reads it, and the script of a job runs in a copy of what is committed. */
@Execution(ExecutionMode.CONCURRENT)
class PipelineScriptTest {
    @TempDir
    Path folder;

    @Test
    void a_pipeline_is_made_of_it_and_a_jobs_script_ends_well_where_there_is_node() throws Exception {
        Script.ofTheRepository("pipeline", Duration.ofMinutes(4)).hold(folder);
    }
}
