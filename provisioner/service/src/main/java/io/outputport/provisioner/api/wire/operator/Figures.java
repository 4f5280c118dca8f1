package io.outputport.provisioner.api.wire.operator;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;

/** How this process has fared within the last day, from its own meters, in equal steps of time. */
@Serdeable
public record Figures(
        @Schema(description = "When the first step ends, in ISO 8601")
        String from,

        int stepSeconds,
        List<Series> series) {
    public Figures {
        series = List.copyOf(series);
    }

    @Serdeable
    public record Series(
            @Schema(
                    description = "`waves`, `waveSeconds`, `wavePorts`, `builds`, `ended`, `retries`, `queue`, `calls`,"
                            + " `failedCalls`, `callSeconds`")
            String name,

            @Schema(
                    description = "Which of them: an outcome, a stage of the queue, another system",
                    requiredMode = Schema.RequiredMode.NOT_REQUIRED)
            Optional<String> of,

            @Schema(description = "One for each step: what was added in it, of `queue` how it stood at its end")
            List<Double> values) {
        public Series {
            values = List.copyOf(values);
        }
    }
}
