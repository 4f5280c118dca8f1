package io.outputport.provisioner.hasura;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import io.outputport.foundation.text.StoredJson;
import io.outputport.provisioner.hasura.plan.HasuraStep;
import io.outputport.provisioner.hasura.plan.HasuraStep.ChangeHasura;
import io.outputport.provisioner.port.PortTechnology.Resumed;
import io.outputport.provisioner.port.ProvisionRequest;
import io.outputport.provisioner.port.people.People;
import io.outputport.provisioner.port.plan.Plan;
import io.outputport.provisioner.port.plan.PortPlan;
import io.outputport.provisioner.port.plan.ServedState;
import io.outputport.provisioner.port.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is left of a plan behind the write that its task waits for. Rows outlive versions: a field is added, never given
 * another meaning.
 *
 * @param key of the request that it was made for
 * @param dataProduct the id of the port's data product
 */
record StoredPlan(
        String key,
        List<HasuraStep> steps,
        boolean isNew,
        ServedState served,
        PortPlan.Result result,
        String dataProduct,
        People locked) {
    private static final StoredJson FORM = StoredJson.with(
            Map.of(HasuraStep.class, Named.class),
            new NamedType(HasuraStep.Confirm.class, "confirm"),
            new NamedType(HasuraStep.PutRole.class, "role"),
            new NamedType(HasuraStep.PutAccess.class, "access"));

    StoredPlan {
        steps = List.copyOf(steps);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "step")
    private interface Named {}

    /** The same plan, whose change of Hasura takes along what follows it. */
    static PortPlan carried(PortPlan plan, ProvisionRequest request) {
        List<Step> steps = new ArrayList<>(plan.plan().steps());
        for (int at = 0; at < steps.size(); at++) {
            Optional<ChangeHasura> change = ((HasuraStep) steps.get(at)).asChange();
            if (change.isPresent()) {
                List<HasuraStep> rest = steps.subList(at + 1, steps.size()).stream()
                        .map(HasuraStep.class::cast)
                        .toList();
                StoredPlan stored = new StoredPlan(
                        request.key(),
                        rest,
                        plan.isNew(),
                        plan.served(),
                        plan.result(),
                        request.descriptor().product().id().value(),
                        request.standing().locked());
                steps.set(at, change.get().with(stored.text()));
            }
        }
        return new PortPlan(
                new Plan(steps, plan.plan().warnings()), plan.isNew(), plan.served(), plan.moves(), plan.result());
    }

    /** Empty where it is another request's, or another version's. */
    static Optional<StoredPlan> read(String text, String key) {
        try {
            return Optional.of(FORM.read(text, StoredPlan.class)).filter(plan -> plan.key.equals(key));
        } catch (IllegalStateException foreign) {
            return Optional.empty();
        }
    }

    /** Goes on with the write that it waited for. */
    Resumed behind(ChangeHasura change) {
        List<Step> left = new ArrayList<>(List.of(change));
        left.addAll(steps);
        return new Resumed(new PortPlan(new Plan(left, List.of()), isNew, served, false, result), dataProduct, locked);
    }

    private String text() {
        return FORM.write(this);
    }
}
