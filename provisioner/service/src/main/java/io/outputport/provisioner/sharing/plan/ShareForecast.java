package io.outputport.provisioner.sharing.plan;

import io.outputport.provisioner.port.people.People;
import io.outputport.provisioner.port.people.Standing;
import io.outputport.provisioner.port.plan.PlannedStep;
import io.outputport.provisioner.port.plan.PlannedStep.Action;
import io.outputport.provisioner.port.plan.Step;
import io.outputport.provisioner.sharing.descriptor.ShareLifetimes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** A plan in words, for those who want to know before it is carried out. */
public record ShareForecast(PortShares there, Standing standing) {
    public PlannedStep of(Step step) {
        return ((SharingStep) step)
                .match(
                        this::share,
                        this::grants,
                        again -> PlannedStep.ofExisting(again.phase(), again.describe(), Map.of(), Map.of()),
                        this::removal);
    }

    private PlannedStep removal(SharingStep.RemoveShare gone) {
        Map<String, Object> before = there.named(gone.share())
                .map(share -> shown(share.lifetimes(), share.tables()))
                .orElse(Map.of());
        return new PlannedStep(gone.phase(), Action.REMOVE, gone.describe(), before, Map.of());
    }

    private PlannedStep share(SharingStep.PutShare put) {
        Optional<HeldShare> held = there.named(put.wanted().name());
        Map<String, Object> after = shown(put.wanted().lifetimes(), put.wanted().tables());
        if (held.isEmpty()) {
            return new PlannedStep(put.phase(), Action.CREATE, put.describe(), Map.of(), after);
        }
        Action action = held.get().is(put.wanted()) ? Action.KEEP : Action.CHANGE;
        return new PlannedStep(
                put.phase(),
                action,
                put.describe(),
                shown(held.get().lifetimes(), held.get().tables()),
                after);
    }

    private PlannedStep grants(SharingStep.PutGrants put) {
        boolean known = there.named(put.shares().get(0)).isPresent();
        People now = known ? standing.given().orElse(People.NOBODY) : People.NOBODY;
        return PlannedStep.ofExisting(put.phase(), put.describe(), people(now), people(put.people()));
    }

    private static Map<String, Object> people(People people) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("users", List.copyOf(new TreeSet<>(people.users())));
        shown.put("groups", List.copyOf(new TreeSet<>(people.groups())));
        return shown;
    }

    private static Map<String, Object> shown(ShareLifetimes lifetimes, List<ShareTable> tables) {
        Map<String, Object> shown = new LinkedHashMap<>();
        lifetimes.token().ifPresent(lifetime -> shown.put("tokenLifetime", ShareLifetimes.text(lifetime)));
        lifetimes.url().ifPresent(lifetime -> shown.put("urlLifetime", ShareLifetimes.text(lifetime)));
        tables.forEach(table -> shown.put(table.shown(), table.place()));
        return shown;
    }
}
