package io.outputport.provisioner.api.wire.list;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;

/** One page of tasks, newest first. */
@Serdeable
public record TaskPage(
        List<TaskEntry> tasks,

        @Schema(
                description = "What to send as `before` for the next page; missing on the last one",
                requiredMode = Schema.RequiredMode.NOT_REQUIRED)
        Optional<String> next) {
    public TaskPage {
        tasks = List.copyOf(tasks);
    }
}
