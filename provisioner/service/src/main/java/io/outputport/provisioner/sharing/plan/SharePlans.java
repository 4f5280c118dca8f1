package io.outputport.provisioner.sharing.plan;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.provisioner.port.people.People;
import io.outputport.provisioner.port.people.Standing;
import io.outputport.provisioner.port.plan.Plan;
import io.outputport.provisioner.port.plan.RemovalPlan;
import io.outputport.provisioner.port.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the plan of each operation from the shares that are there and what is wanted. The order is the guarantee. */
public final class SharePlans {
    public static final ProblemCode TAKEN = new ProblemCode("sharing-share-taken");
    private static final ProblemCode NOT_PROVISIONED = new ProblemCode("not-provisioned");

    private SharePlans() {}

    /** A plan and whether it brings the port to life. */
    public record Provisioning(Plan plan, boolean isNew) {}

    /**
     * A new port: whatever its share held, nobody may read it before it holds the port's tables. A living one keeps its
     * people all the time, also while its share gets another name.
     */
    public static Outcome<Provisioning> provision(WantedShare wanted, PortShares there, Standing standing) {
        Optional<Problem> taken = taken(wanted, there);
        if (taken.isPresent()) {
            return Outcome.stopped(taken.get());
        }
        List<String> own = there.ownNames();
        boolean isNew = standing.isClosed() || (own.isEmpty() && !standing.isAlive());
        List<Step> steps = new ArrayList<>();
        if (isNew && !own.isEmpty()) {
            steps.add(new SharingStep.PutGrants(own, wanted.component(), People.NOBODY, People.NOBODY));
        }
        steps.add(new SharingStep.PutShare(wanted, there.owner()));
        Optional<People> people = isNew ? Optional.of(People.NOBODY) : standing.snapshot();
        people.ifPresent(asked -> steps.add(
                new SharingStep.PutGrants(List.of(wanted.name()), wanted.component(), asked, standing.locked())));
        own.stream()
                .filter(name -> !name.equalsIgnoreCase(wanted.name()))
                .forEach(name -> steps.add(new SharingStep.RemoveShare(name, there.owner())));
        return Outcome.done(new Provisioning(new Plan(steps, warnings(wanted, there, standing, people)), isNew));
    }

    private static List<String> warnings(
            WantedShare wanted, PortShares there, Standing standing, Optional<People> people) {
        List<String> warnings = new ArrayList<>();
        if (standing.isClosed() && !there.owner().known().isEmpty()) {
            warnings.add("The removal of this port had begun, so it starts anew: nobody has access to it until the"
                    + " next updateacl.");
        }
        if (people.isEmpty()) {
            warnings.add("It is not known who has access to this port, so the grants of its share are left alone; the"
                    + " next updateacl gives them.");
        }
        there.own().stream()
                .flatMap(share -> share.tables().stream())
                .filter(table ->
                        wanted.tables().stream().noneMatch(kept -> kept.key().equals(table.key())))
                .forEach(table -> warnings.add("Consumers lose table " + table.shown() + "."));
        return warnings;
    }

    /** Whether somebody else has a share of the wanted name. */
    public static Optional<Problem> taken(WantedShare wanted, PortShares there) {
        return there.named(wanted.name())
                .filter(share -> !there.owner().owns(share))
                .map(SharePlans::taken);
    }

    /** A share that is somebody else's is named, and left as it is. */
    public static Problem taken(HeldShare share) {
        return Owner.marked(share)
                .map(other -> Problem.of(
                        TAKEN,
                        "The share " + share.name() + " belongs to another output port: " + other + ".",
                        "Write another name in specific.share, or rename one of the two ports."))
                .orElseGet(() -> Problem.of(
                        TAKEN,
                        "There is a share " + share.name() + " that somebody else has made, so it is left alone.",
                        "Write another name in specific.share, or have the operators of the sharing server remove that"
                                + " share."));
    }

    public static Plan closing(PortShares there) {
        return there.own().isEmpty() ? new Plan(List.of(), List.of()) : grants(there, People.NOBODY, People.NOBODY);
    }

    /** Whatever became of the tables: they are not looked at. Empty when no share of the port is there. */
    public static Optional<RemovalPlan> removal(PortShares there) {
        List<Step> steps = there.ownNames().stream()
                .<Step>map(name -> new SharingStep.RemoveShare(name, there.owner()))
                .toList();
        return steps.isEmpty()
                ? Optional.empty()
                : Optional.of(new RemovalPlan(
                        new Plan(steps, List.of()),
                        true,
                        "There was no share of output port " + there.owner().component() + " to remove."));
    }

    public static Outcome<Plan> access(PortShares there, People asked, People locked) {
        if (!there.own().isEmpty()) {
            return Outcome.done(grants(there, asked, locked));
        }
        String component = there.owner().component();
        boolean wasThere = !there.owner().known().isEmpty();
        return Outcome.stopped(Problem.of(
                NOT_PROVISIONED,
                wasThere
                        ? "The share of component " + component
                                + " is not there any more, so nobody can be given access to it."
                        : "Component " + component + " is not provisioned, so nobody can be given access to it.",
                wasThere ? "Deploy it again." : "Deploy it first."));
    }

    /** A share that went away while it was worked on. */
    public static Problem gone(String share) {
        return Problem.of(
                NOT_PROVISIONED,
                "The share " + share + " is not there any more, so nobody can be given access to it.",
                "Deploy the port again.");
    }

    /** After the failure of a port that was to be brought to life: nobody may read what was made of it. */
    public static Optional<Step> settling(PortShares there, Standing standing) {
        return standing.isClosed() ? closing(there).steps().stream().findFirst() : Optional.empty();
    }

    private static Plan grants(PortShares there, People asked, People locked) {
        return new Plan(
                List.of(new SharingStep.PutGrants(
                        there.ownNames(), there.owner().component(), asked, locked)),
                List.of());
    }
}
