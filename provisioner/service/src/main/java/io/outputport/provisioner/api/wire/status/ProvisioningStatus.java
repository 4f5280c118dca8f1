package io.outputport.provisioner.api.wire.status;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;

@Serdeable
public record ProvisioningStatus(
        @Schema(description = """
                        The status of the task that is executed by the tech adapter. It can have different values:
                        - RUNNING: the task execution has not yet finished
                        - COMPLETED: the task execution has finished with success
                        - FAILED: the task execution has finished with some errors
                        - TERMINATING: the task is about to terminate
                        - TERMINATED: the task has been terminated
                        """) Status status,

        @Schema(deprecated = true) String result,

        @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED)
        Optional<Info> info,

        @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED)
        List<Log> logs) {
    public ProvisioningStatus {
        logs = List.copyOf(logs);
    }

    @Serdeable
    public enum Status {
        RUNNING,
        COMPLETED,
        FAILED,
        TERMINATING,
        TERMINATED
    }
}
