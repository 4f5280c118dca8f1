package io.outputport.provisioner.hasura.plan;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.hasura.drift.LeftoverSources;
import io.outputport.provisioner.hasura.plan.entry.ActualMetadata;
import io.outputport.provisioner.hasura.plan.entry.ActualMetadata.Entry;
import io.outputport.provisioner.hasura.plan.entry.PlanProblems;
import io.outputport.provisioner.hasura.plan.entry.PortEntry;
import io.outputport.provisioner.hasura.plan.entry.TableEntry;
import io.outputport.provisioner.hasura.plan.wanted.Collisions;
import io.outputport.provisioner.hasura.plan.wanted.PortIdentity;
import io.outputport.provisioner.hasura.plan.wanted.ServedPort;
import io.outputport.provisioner.hasura.plan.wanted.Shortfalls;
import io.outputport.provisioner.hasura.plan.wanted.WantedPort;
import io.outputport.provisioner.port.people.People;
import io.outputport.provisioner.port.people.Standing;
import io.outputport.provisioner.port.plan.Plan;
import io.outputport.provisioner.port.plan.RemovalPlan;
import io.outputport.provisioner.port.plan.Step;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the plan of each operation from what is there and what is wanted. The order of the steps is the guarantee. */
public final class Plans {
    private Plans() {}

    /**
     * A new port: its role gets no root field and no people before Hasura knows it. A living one keeps its people and
     * may use old and new names while Hasura changes. So nobody ever sees what they should not, and nobody is locked out.
     */
    public static Outcome<ProvisionPlan> provision(WantedPort wanted, Actual actual) {
        return provision(wanted, actual, Standing.UNKNOWN);
    }

    /** The same, with the people that are to have access at the end. */
    public static Outcome<ProvisionPlan> provision(WantedPort wanted, Actual actual, Standing standing) {
        PortIdentity identity = wanted.identity();
        if (isTaken(identity, actual)) {
            return Outcome.stopped(roleTaken(identity, actual));
        }
        String role = role(identity, actual).orElseThrow();
        MetadataChange change = new MetadataChange(identity, role, Optional.of(wanted));
        List<Entry> own = Ownership.of(identity, role, actual.requireMetadata());
        boolean isNew = standing.isClosed() || (own.isEmpty() && !standing.isAlive());
        boolean roleLost = !isNew && actual.roleOfComponent().isEmpty();
        PeopleSteps people = new PeopleSteps(role, standing, isNew, roleLost);
        return change.edits(actual.requireMetadata()).map(edits -> {
            List<Step> steps = people.before(wanted.identity().component());
            if (steps.isEmpty() && !edits.edits().isEmpty()) {
                steps.add(new HasuraStep.PutRole(role, identity.component(), oldAndNew(wanted, role, own), false));
            }
            steps.addAll(provisionSteps(wanted, change, !edits.edits().isEmpty()));
            steps.addAll(people.after(identity.component()));
            List<String> warnings = warnings(wanted, role, own, actual.requireMetadata());
            people.warning(identity.registered().isPresent()).ifPresent(warnings::add);
            return new ProvisionPlan(
                    new Plan(steps, warnings), role, edits.place().orElseThrow(), people.isNew());
        });
    }

    /** What others in Hasura or in the role mapper hold of the port's names; empty when all of them are free. */
    public static List<Problem> taken(PortIdentity identity, WantedPort.Names names, Actual actual) {
        if (isTaken(identity, actual)) {
            return List.of(roleTaken(identity, actual));
        }
        String role = role(identity, actual).orElseThrow();
        return Collisions.of(names, Ownership.of(identity, role, actual.requireMetadata()), actual.requireMetadata());
    }

    /** The same once the source is known: its table may be somebody else's, or the place for it may change names. */
    public static List<Problem> taken(WantedPort wanted, Actual actual) {
        List<Problem> taken = taken(wanted.identity(), wanted.names(), actual);
        return taken.isEmpty()
                ? new MetadataChange(
                                wanted.identity(),
                                role(wanted.identity(), actual).orElseThrow(),
                                Optional.of(wanted))
                        .edits(actual.requireMetadata())
                        .match(edits -> List.of(), (after, problem) -> List.of(), problems -> problems)
                : taken;
    }

    private static List<Step> provisionSteps(WantedPort wanted, MetadataChange change, boolean differs) {
        return List.of(
                new HasuraStep.ChangeHasura(change, differs),
                HasuraStep.Confirm.of(wanted, change.role()),
                new HasuraStep.PutRole(change.role(), wanted.identity().component(), wanted.offeredNames()));
    }

    private static List<String> oldAndNew(WantedPort wanted, String role, List<Entry> own) {
        Set<String> names = names(role, own);
        names.addAll(wanted.offeredNames());
        return List.copyOf(names);
    }

    private static List<String> warnings(WantedPort wanted, String role, List<Entry> own, ActualMetadata metadata) {
        List<String> warnings = new ArrayList<>(Shortfalls.of(wanted));
        own.forEach(entry -> TableEntry.read(entry.table().entry().get(), role)
                .ifPresent(old -> warnings.addAll(changesForConsumers(wanted, role, old))));
        Ownership.lost(wanted.identity(), role, metadata)
                .ifPresent(entry -> warnings.add("Table " + entry.table().shown() + " of source "
                        + entry.source().name() + ", where this port was served before, is somebody else's now: it has"
                        + " another name and other roles. It is left alone, and the port gets a source of its own."));
        Ownership.othersWithRole(wanted.identity(), role, metadata)
                .forEach(entry -> warnings.add("Somebody else gave role " + role + " a permission on table "
                        + entry.table().shown() + " of source " + entry.source().name() + "; it is left alone."));
        return warnings;
    }

    private static List<String> changesForConsumers(WantedPort wanted, String role, PortEntry old) {
        List<String> changes = new ArrayList<>();
        Set<String> lost = old.columnsLost(wanted.entry(role), wanted.columns().real());
        if (!lost.isEmpty()) {
            changes.add("Consumers lose these columns: " + String.join(", ", lost) + ".");
        }
        Map<String, String> renamed =
                old.columnsRenamed(wanted.entry(role), wanted.columns().real());
        if (!renamed.isEmpty()) {
            changes.add("Consumers find these columns under other names from now on: "
                    + renamed.entrySet().stream()
                            .map(names -> names.getValue() + " (was " + names.getKey() + ")")
                            .collect(Collectors.joining(", "))
                    + ".");
        }
        return changes;
    }

    /**
     * Takes the access away, by what the role mapper alone knows; and even where Hasura holds nothing, since a role that
     * was left over would give its people the next port of that name.
     */
    public static Plan closing(PortIdentity identity, Actual access) {
        return new Plan(
                access.roleOfComponent().stream()
                        .flatMap(held -> Stream.<Step>of(
                                new HasuraStep.PutAccess(held, identity.component(), People.NOBODY, People.NOBODY),
                                new HasuraStep.PutRole(held, identity.component(), List.of())))
                        .toList(),
                List.of());
    }

    /** What is left to do once the access is taken away. Empty when there was nothing of the port anywhere. */
    public static Optional<RemovalPlan> unprovision(PortIdentity identity, Actual actual) {
        Optional<String> role = role(identity, actual);
        boolean inHasura = role.map(id ->
                        !Ownership.of(identity, id, actual.requireMetadata()).isEmpty())
                .orElse(false);
        inHasura |= !LeftoverSources.of(identity, actual.requireMetadata()).isEmpty();
        if (role.isEmpty() || (actual.roleOfComponent().isEmpty() && !inHasura)) {
            return Optional.empty();
        }
        Step removal =
                new HasuraStep.ChangeHasura(new MetadataChange(identity, role.get(), Optional.empty()), inHasura);
        String nothingThere = "There was nothing of output port " + identity.component()
                + " in Hasura to remove; its role has no root fields and no people.";
        return Optional.of(new RemovalPlan(new Plan(List.of(removal), List.of()), inHasura, nothingThere));
    }

    /** Stopped when there is no such port. Where Hasura was not read, the caller knows the port to be alive. */
    public static Outcome<Plan> access(PortIdentity identity, Actual actual, People asked, People locked) {
        Optional<String> held = actual.roleOfComponent()
                .filter(role -> actual.metadata()
                        .map(metadata -> !Ownership.of(identity, role, metadata).isEmpty())
                        .orElse(true));
        return held.map(role -> Outcome.done(new Plan(
                        List.of(new HasuraStep.PutAccess(role, identity.component(), asked, locked)), List.of())))
                .orElseGet(() -> Outcome.stopped(Problem.of(
                        PlanProblems.NOT_PROVISIONED,
                        "Component " + identity.component()
                                + " is not provisioned, so nobody can be given access to it.",
                        "Deploy it first.")));
    }

    /**
     * After a failure: the role may use exactly the root fields that its people can see in Hasura. Where they see none of
     * a port that is there, its source is down for now, and the role is left as it is for the time when it is back.
     *
     * @param visible what Hasura shows the role; empty when the role may not ask, and then what the metadata says counts
     */
    public static Optional<HasuraStep.PutRole> settle(
            PortIdentity identity, Actual actual, Optional<Set<String>> visible) {
        return actual.roleOfComponent().flatMap(role -> {
            Set<String> named = names(role, Ownership.of(identity, role, actual.requireMetadata()));
            Set<String> fields = new LinkedHashSet<>(named);
            visible.ifPresent(fields::retainAll);
            return fields.isEmpty() && !named.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new HasuraStep.PutRole(role, identity.component(), List.copyOf(fields)));
        });
    }

    /** After the failure of a port that was to be brought to life; nothing where no role was made for it. */
    public static Optional<HasuraStep.PutRole> withoutRootFields(PortIdentity identity, Actual access) {
        return access.roleOfComponent().map(role -> new HasuraStep.PutRole(role, identity.component(), List.of()));
    }

    private static Set<String> names(String role, List<Entry> own) {
        Set<String> names = new LinkedHashSet<>();
        own.forEach(entry ->
                TableEntry.read(entry.table().entry().get(), role).ifPresent(port -> names.addAll(port.names())));
        return names;
    }

    static Optional<String> role(PortIdentity identity, Actual actual) {
        return actual.roleOfComponent()
                .or(() -> identity.registered().map(ServedPort::role))
                .or(() -> isOthers(identity, actual) ? identity.ownRole() : identity.computedRole());
    }

    /** The role mapper gives no role back; a name is free again as soon as Hasura serves no port of its owner under it. */
    private static boolean isTaken(PortIdentity identity, Actual actual) {
        return isOthers(identity, actual)
                && actual.requireMetadata().entries().anyMatch(entry -> isNamedAs(identity, entry));
    }

    private static boolean isNamedAs(PortIdentity identity, Entry entry) {
        return entry.table().selectRoles().contains(identity.computedRole().orElseThrow())
                && entry.table().customName().stream()
                        .anyMatch(name -> identity.prefixes().stream().anyMatch(name::startsWith));
    }

    private static boolean isOthers(PortIdentity identity, Actual actual) {
        return actual.roleOfComponent().isEmpty()
                && actual.ownerOfComputedRole()
                        .filter(owner -> !owner.equals(identity.component()))
                        .isPresent();
    }

    private static Problem roleTaken(PortIdentity identity, Actual actual) {
        return new Problem(
                PlanProblems.ROLE_TAKEN,
                "Role " + identity.computedRole().orElse("") + " belongs to another component: "
                        + actual.ownerOfComputedRole().orElse("") + ".",
                Optional.of("name"),
                Optional.empty(),
                Optional.of("Two output ports whose names are equal without spaces and hyphens cannot both be deployed;"
                        + " rename one."));
    }
}
