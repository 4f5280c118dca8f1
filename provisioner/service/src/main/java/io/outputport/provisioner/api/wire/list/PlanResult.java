package io.outputport.provisioner.api.wire.list;

import io.micronaut.serde.annotation.Serdeable;
import io.outputport.provisioner.api.wire.error.ProblemDetail;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@Serdeable
@Schema(description = "What a provision of the descriptor would do now. Beyond the Tech Adapter API.")
public record PlanResult(
        String component,

        @Schema(
                requiredMode = Schema.RequiredMode.NOT_REQUIRED,
                description = "The kind of port, as in the list of ports; missing when nobody was asked")
        Optional<String> technology,

        @Schema(description = "Whether a provision would get through, as far as can be told now")
        boolean executable,

        @Schema(description = "What nothing outside will mend, such as a name that somebody else holds")
        List<String> errors,

        @Schema(description = "What the systems outside do not hold now, or could not be asked for")
        List<String> notices,

        @Schema(description = "What was found, and what consumers will not get")
        List<String> remarks,

        @Schema(
                requiredMode = Schema.RequiredMode.NOT_REQUIRED,
                description = "Missing when what is there now could not be read")
        Optional<PlanChanges> changes,

        @Schema(
                requiredMode = Schema.RequiredMode.NOT_REQUIRED,
                description = "Missing when the source could not be read")
        Optional<PlanSchema> schema,

        @Schema(
                requiredMode = Schema.RequiredMode.NOT_REQUIRED,
                description = "The errors and notices in their parts; missing when there are none")
        Optional<List<ProblemDetail>> details) {

    @Serdeable
    public record PlanChanges(
            @Schema(description = "How many steps create, change, keep and remove something")
            Map<String, Integer> summary,

            @Schema(description = "In the order in which they would be taken")
            List<PlanStep> steps,

            @Schema(description = "Columns that consumers may read now and may not afterwards")
            List<String> columnsLost,

            @Schema(description = "How often Hasura would build its schema anew")
            int schemaBuilds,

            @Schema(
                    requiredMode = Schema.RequiredMode.NOT_REQUIRED,
                    description = "How Hasura would be written to; missing where it would not")
            Optional<PlanWrite> write) {}

    @Serdeable
    public record PlanWrite(
            @Schema(
                    allowableValues = {"bulk", "replace"},
                    description = "Single commands in one request, or the whole metadata at once")
            String way,

            @Schema(
                    description = "About how long that takes, by what earlier writes took; together with other"
                            + " ports it may be another way and take longer")
            double seconds) {}

    @Serdeable
    public record PlanStep(
            @Schema(description = "As in the log of a provision: role, access, hasura, confirm")
            String phase,

            @Schema(allowableValues = {"create", "change", "keep", "remove"})
            String action,

            String description,

            @Schema(
                    type = "object",
                    additionalProperties = Schema.AdditionalPropertiesValue.TRUE,
                    description = "What there is now; empty where there is nothing, or where nobody tells")
            Map<String, Object> before,

            @Schema(type = "object", additionalProperties = Schema.AdditionalPropertiesValue.TRUE)
            Map<String, Object> after) {}

    @Serdeable
    public record PlanSchema(
            @Schema(
                    description =
                            "What consumers would see, in GraphQL's schema language; tables of Delta Sharing as SQL")
            String sdl,

            String exampleQuery,

            @Schema(
                    requiredMode = Schema.RequiredMode.NOT_REQUIRED,
                    description = "The consumers' role; missing where the kind of port has no roles")
            Optional<String> role,

            List<String> rootFields,

            @Schema(description = "Columns of the source that consumers would not see")
            List<HiddenFromConsumers> hiddenColumns,

            @Schema(description = "Columns that consumers would see under another name than the source has")
            List<RenamedColumn> renamedColumns) {}

    @Serdeable
    public record HiddenFromConsumers(String name, String reason) {}

    @Serdeable
    public record RenamedColumn(
            @Schema(description = "In the source") String name,
            @Schema(description = "In GraphQL") String shownAs) {}
}
