package io.outputport.provisioner.hasura.plan.forecast;

import io.outputport.provisioner.hasura.plan.Actual;
import io.outputport.provisioner.hasura.plan.HasuraStep;
import io.outputport.provisioner.hasura.plan.ProvisionPlan;
import io.outputport.provisioner.hasura.plan.entry.PortEntry;
import io.outputport.provisioner.hasura.plan.entry.RootField;
import io.outputport.provisioner.hasura.plan.wanted.WantedPort;
import io.outputport.provisioner.port.people.People;
import io.outputport.provisioner.port.people.Standing;
import io.outputport.provisioner.port.plan.PlannedStep;
import io.outputport.provisioner.port.plan.PlannedStep.Action;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Takes the steps for the role in thought, one after the other, and tells what each would find. */
final class StepForecast {
    private boolean roleExists;
    private Optional<List<String>> rootFields;
    private Optional<People> people;

    private StepForecast(boolean roleExists, Optional<List<String>> rootFields, Optional<People> people) {
        this.roleExists = roleExists;
        this.rootFields = rootFields;
        this.people = people;
    }

    /** The role mapper does not tell a role's fields, so those count that Hasura offers for the port of today. */
    static StepForecast startingWith(
            Actual actual, ProvisionPlan plan, List<PortEntry> own, WantedPort wanted, Standing standing) {
        boolean exists = actual.roleOfComponent().isPresent();
        if (!exists) {
            return new StepForecast(false, Optional.empty(), Optional.of(People.NOBODY));
        }
        Optional<List<String>> fields = plan.isNew()
                ? Optional.empty()
                : Optional.of(own.stream()
                        .flatMap(entry -> offered(entry, wanted).stream())
                        .toList());
        return new StepForecast(true, fields, standing.snapshot());
    }

    private static List<String> offered(PortEntry entry, WantedPort wanted) {
        return List.of(RootField.values()).stream()
                .filter(field -> switch (field) {
                    case SELECT -> true;
                    case SELECT_AGGREGATE -> entry.allowAggregations();
                    default -> wanted.offer().fields().contains(field);
                })
                .map(field -> entry.rootFields().getOrDefault(field, field.defaultName(entry.customName())))
                .toList();
    }

    PlannedStep of(HasuraStep step) {
        return step.matchSystem(
                role -> role.match(this::role, StepForecast::kept, this::access, StepForecast::kept),
                StepForecast::kept);
    }

    private static PlannedStep kept(HasuraStep step) {
        return new PlannedStep(step.phase(), Action.KEEP, step.describe(), Map.of(), Map.of());
    }

    private PlannedStep role(HasuraStep.PutRole put) {
        Map<String, Object> before = rootFields.map(StepForecast::fields).orElseGet(Map::of);
        Map<String, Object> after = fields(put.rootFields());
        boolean existed = roleExists;
        roleExists = true;
        rootFields = Optional.of(put.rootFields());
        return existed
                ? PlannedStep.ofExisting(put.phase(), put.describe(), before, after)
                : new PlannedStep(put.phase(), Action.CREATE, put.describe(), Map.of(), after);
    }

    private PlannedStep access(HasuraStep.PutAccess put) {
        Map<String, Object> before = people.map(StepForecast::identities).orElseGet(Map::of);
        People next = put.people();
        people = Optional.of(next);
        return PlannedStep.ofExisting(put.phase(), put.describe(), before, identities(next));
    }

    private static Map<String, Object> fields(List<String> rootFields) {
        return Map.of("rootFields", sorted(rootFields));
    }

    private static Map<String, Object> identities(People people) {
        Map<String, Object> identities = new LinkedHashMap<>();
        identities.put("users", sorted(people.users()));
        identities.put("groups", sorted(people.groups()));
        return identities;
    }

    private static List<String> sorted(List<String> texts) {
        return List.copyOf(new TreeSet<>(texts));
    }
}
