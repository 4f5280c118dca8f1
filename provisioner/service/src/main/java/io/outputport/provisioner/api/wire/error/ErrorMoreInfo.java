package io.outputport.provisioner.api.wire.error;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

@Serdeable
@Schema(description = "Object that will include the more in-depth, specific information about the error")
public record ErrorMoreInfo(
        @Schema(description = "Array of possible multiple problems: i.e. multiple validations failed")
        List<String> problems,

        @Schema(description = "Array of possible solutions that the developer gives to the user to solve the issue")
        List<String> solutions) {
    public ErrorMoreInfo {
        problems = List.copyOf(problems);
        solutions = List.copyOf(solutions);
    }
}
