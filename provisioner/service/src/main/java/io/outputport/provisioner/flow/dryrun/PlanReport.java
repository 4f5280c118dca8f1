package io.outputport.provisioner.flow.dryrun;

import io.outputport.foundation.outcome.Problem;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a provision of a descriptor would do now.
 *
 * @param problems what nothing outside will mend
 * @param notices what the outside does not hold now, or could not be asked for
 * @param advice what looks like a mistake, but stops nobody
 * @param remarks sentences that a provision would log: what consumers will not get, and why
 * @param changes empty when the source, Hasura or the role mapper could not be read, or refuses
 * @param schema empty when the source could not be read, or no column is left to show
 */
public record PlanReport(
        String component,
        List<Problem> problems,
        List<Problem> notices,
        List<Problem> advice,
        List<String> remarks,
        Optional<Changes> changes,
        Optional<Schema> schema) {
    public PlanReport {
        problems = List.copyOf(problems);
        notices = List.copyOf(notices);
        advice = List.copyOf(advice);
        remarks = List.copyOf(remarks);
    }

    /** Whether a provision would get through, as far as can be told now. */
    public boolean executable() {
        return problems.isEmpty() && notices.isEmpty() && changes.isPresent();
    }

    /** @param schemaBuilds how often Hasura would build its schema anew */
    public record Changes(List<Change> steps, List<String> columnsLost, int schemaBuilds) {
        public Changes {
            steps = List.copyOf(steps);
            columnsLost = List.copyOf(columnsLost);
        }
    }

    /**
     * One step.
     *
     * @param action {@code create}, {@code change}, {@code keep} or {@code remove}
     */
    public record Change(
            String phase, String action, String description, Map<String, Object> before, Map<String, Object> after) {}

    /**
     * What consumers would see.
     *
     * @param hidden the columns of the source that they would not see
     * @param renamed names in GraphQL by those in the source, where the two differ
     */
    public record Schema(
            String sdl,
            String exampleQuery,
            List<String> rootFields,
            List<Hidden> hidden,
            Map<String, String> renamed) {
        public Schema {
            rootFields = List.copyOf(rootFields);
            hidden = List.copyOf(hidden);
            // Not Map.copyOf: the order is that of the source.
            renamed = Collections.unmodifiableMap(new LinkedHashMap<>(renamed));
        }
    }

    public record Hidden(String name, String reason) {}
}
