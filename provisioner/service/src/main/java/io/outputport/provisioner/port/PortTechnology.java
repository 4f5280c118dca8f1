package io.outputport.provisioner.port;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Progress;
import io.outputport.provisioner.descriptor.model.OutputPortDescriptor;
import io.outputport.provisioner.descriptor.subject.PortNotation;
import io.outputport.provisioner.port.people.People;
import io.outputport.provisioner.port.people.Standing;
import io.outputport.provisioner.port.plan.Change;
import io.outputport.provisioner.port.plan.PortPlan;
import io.outputport.provisioner.port.plan.ServedState;
import io.outputport.provisioner.port.plan.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One kind of output port: how it is written, what is there of it, how it is changed. Tasks, order, retries, access
 * snapshots, logs and reports are not its business; they are the same for all kinds. Every answer is later when a system
 * does not answer as it should, and stopped when one refuses.
 */
public interface PortTechnology {
    PortNotation notation();

    /** In the register and in API answers: {@code hasura}. */
    default String name() {
        return notation().name();
    }

    /** Asks everybody who has a say, for validate and plan. Changes nothing. */
    PortSurvey survey(OutputPortDescriptor descriptor, KnownPort known);

    /** Reads everything that a provision needs and plans it. Changes nothing. */
    Outcome<PortPlan> provision(ProvisionRequest request, Progress progress);

    /**
     * What is left of a plan whose task has waited for its turn: what was asked and read before it is not asked again.
     *
     * @param key the request's, see {@link ProvisionRequest#key}
     * @return empty where nothing waits, or what was asked for with another key
     */
    default Outcome<Optional<Resumed>> resumed(String component, String key) {
        return Outcome.done(Optional.empty());
    }

    /**
     * @param dataProduct its id
     * @param locked who was to have access always when the plan was made
     */
    record Resumed(PortPlan plan, String dataProduct, People locked) {}

    /** Reads what is there of a port. Changes nothing. */
    Outcome<PortSnapshot> look(PortRequest request);

    /** Reads only who may use the port, whether or not the other systems answer. */
    Outcome<PortSnapshot> lookAtAccess(PortRequest request);

    /** Safe to repeat after any answer. Later with the code of waiting while it is not its turn. */
    Outcome<Change> apply(Step step, Progress progress);

    /**
     * Takes back what a component asked for and what has not begun, so that nothing happens any more once its task has
     * ended. Later while what has begun is not at its end.
     */
    Outcome<String> withdraw(String component);

    /** After a task that failed half-way: what brings the port into a state that it can be left in. */
    Outcome<Optional<Step>> settling(PortRequest request, Standing standing);

    /** Gives access to the people of the newest word in the ledger; empty where there is nobody to take it from. */
    Outcome<Optional<Step>> repeatedAccess(KnownPort port);

    /** One look for many ports. */
    Outcome<DriftSearch> drift();

    ReverseReading reverse();

    /** Where a port is served, by names that people know: {@code role}, {@code source} and {@code table} of Hasura's. */
    Map<String, String> place(ServedState state);

    /** What was made for ports and holds nothing any more, as it is now. */
    default Outcome<List<String>> leftovers() {
        return Outcome.done(List.of());
    }

    /**
     * Removes those of the names that still hold nothing at the moment of writing; all others are left alone.
     *
     * @return what was removed
     */
    default Outcome<List<String>> removeLeftovers(Set<String> names) {
        return Outcome.done(List.of());
    }

    /** Lets a write that is under way end, up to the grace of the service, and leaves the rest to another replica. */
    default void stop() {}
}
