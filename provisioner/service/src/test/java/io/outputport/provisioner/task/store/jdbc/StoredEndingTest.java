package io.outputport.provisioner.task.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.outcome.Position;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.provisioner.Golden;
import io.outputport.provisioner.task.TaskResult;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Endings that an older version has stored are read as they were meant, and written so that it reads ours. */
class StoredEndingTest {
    private static final TaskResult RESULT = new TaskResult(
            "Output port urn:dmb:cmp:healthcare:vaccinations:0:hasura is served as \u201cselect\u201d.",
            "{\"publicInfo\":{\"role\":{\"type\":\"string\",\"label\":\"Role\",\"value\":\"r\"}},\"privateInfo\":{},\"aclInfo\":[]}");
    private static final List<Problem> PROBLEMS = List.of(
            new Problem(
                    new ProblemCode("column-unknown"),
                    "The data contract lists column nowhere, but there is no such column.\nIts columns are: a, b.",
                    Optional.of("dataProduct.components[5].dataContract.schema[0].name"),
                    Optional.of(new Position(137, 27)),
                    Optional.of("Write date if that is meant.")),
            new Problem(
                    new ProblemCode("hasura-unavailable"),
                    "Hasura does not answer.",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()));

    @Test
    void of_a_task_that_completed() {
        assertThat(EndingJson.readResult(Golden.text("task/completed.json"))).isEqualTo(RESULT);
        Golden.isStillWritten("task/completed.json", EndingJson.write(RESULT));
    }

    @Test
    void of_a_task_that_failed() {
        assertThat(EndingJson.readProblems(Golden.text("task/failed.json"))).isEqualTo(PROBLEMS);
        Golden.isStillWritten("task/failed.json", EndingJson.write(PROBLEMS));
    }
}
