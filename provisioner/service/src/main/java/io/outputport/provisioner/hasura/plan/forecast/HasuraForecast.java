package io.outputport.provisioner.hasura.plan.forecast;

import io.outputport.provisioner.hasura.plan.Actual;
import io.outputport.provisioner.hasura.plan.HasuraStep;
import io.outputport.provisioner.hasura.plan.MetadataChange;
import io.outputport.provisioner.hasura.plan.Ownership;
import io.outputport.provisioner.hasura.plan.ProvisionPlan;
import io.outputport.provisioner.hasura.plan.entry.ActualMetadata;
import io.outputport.provisioner.hasura.plan.entry.ActualMetadata.Entry;
import io.outputport.provisioner.hasura.plan.entry.MetadataEdit;
import io.outputport.provisioner.hasura.plan.entry.PortEntry;
import io.outputport.provisioner.hasura.plan.entry.TableEntry;
import io.outputport.provisioner.hasura.plan.wanted.WantedPort;
import io.outputport.provisioner.port.people.Standing;
import io.outputport.provisioner.port.plan.ConsumerView;
import io.outputport.provisioner.port.plan.ExpectedWrite;
import io.outputport.provisioner.port.plan.Forecast;
import io.outputport.provisioner.port.plan.PlannedStep;
import io.outputport.provisioner.port.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;

/** What the plan of a port on Hasura would do now, and what it would cost. */
public final class HasuraForecast {
    private HasuraForecast() {}

    /**
     * @param plan made of the same port, state and standing
     * @param write what it would be to write such edits
     * @param view what consumers would see
     */
    public static Forecast of(
            ProvisionPlan plan,
            WantedPort wanted,
            Actual actual,
            Standing standing,
            BiFunction<List<MetadataEdit>, ActualMetadata, Optional<ExpectedWrite>> write,
            Optional<ConsumerView> view) {
        ActualMetadata metadata = actual.requireMetadata();
        String role = plan.role();
        List<PortEntry> own = Ownership.of(wanted.identity(), role, metadata).stream()
                .map(Entry::table)
                .flatMap(table -> TableEntry.read(table.entry().get(), role).stream())
                .toList();
        List<MetadataEdit> edits = new MetadataChange(wanted.identity(), role, Optional.of(wanted))
                .edits(metadata)
                .match(MetadataChange.Edits::edits, (after, problem) -> List.of(), problems -> List.of());
        StepForecast forecast = StepForecast.startingWith(actual, plan, own, wanted, standing);
        List<PlannedStep> steps = new ArrayList<>();
        for (Step each : plan.plan().steps()) {
            HasuraStep step = (HasuraStep) each;
            if (step.asChange().isPresent() && !edits.isEmpty()) {
                EditForecast ofEdits = new EditForecast(metadata, role);
                edits.forEach(edit -> steps.add(ofEdits.of(edit)));
            } else {
                steps.add(forecast.of(step));
            }
        }
        return new Forecast(
                steps,
                lost(own, wanted, role),
                write.apply(edits, metadata),
                plan.plan().warnings(),
                view);
    }

    private static List<String> lost(List<PortEntry> own, WantedPort wanted, String role) {
        Set<String> lost = new TreeSet<>();
        own.forEach(old ->
                lost.addAll(old.columnsLost(wanted.entry(role), wanted.columns().real())));
        return List.copyOf(lost);
    }
}
