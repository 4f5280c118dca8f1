package io.outputport.provisioner.sharing.watch;

import io.outputport.provisioner.port.Drift;
import io.outputport.provisioner.port.DriftSearch;
import io.outputport.provisioner.port.KnownPort;
import io.outputport.provisioner.port.people.People;
import io.outputport.provisioner.port.plan.ServedState;
import io.outputport.provisioner.register.AccessLedger;
import io.outputport.provisioner.sharing.plan.HeldShare;
import io.outputport.provisioner.sharing.plan.Owner;
import io.outputport.provisioner.sharing.plan.ServedShare;
import io.outputport.provisioner.sharing.plan.ShareDifferences;
import io.outputport.provisioner.sharing.server.SharingClient;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One list of all shares, and the grants of each that is looked for. */
public final class ShareDrift implements DriftSearch {
    private final SharingClient client;
    private final AccessLedger ledger;
    private final List<HeldShare> shares;

    /** @param shares all that the sharing server holds */
    public ShareDrift(SharingClient client, AccessLedger ledger, List<HeldShare> shares) {
        this.client = client;
        this.ledger = ledger;
        this.shares = List.copyOf(shares);
    }

    @Override
    public Drift of(ServedState port) {
        ServedShare served = ServedShare.read(port);
        Optional<HeldShare> held = shares.stream()
                .filter(share -> share.name().equalsIgnoreCase(served.share()))
                .findFirst();
        Owner owner = new Owner(served.component(), List.of(served));
        return held.map(share -> owner.owns(share) ? differences(served, share) : foreign(served))
                .orElseGet(() -> Drift.missing("the share " + served.share() + " is gone"));
    }

    private static Drift foreign(ServedShare served) {
        return Drift.of(List.of("the share " + served.share() + " does not say any more that it is the port's, and its"
                + " tables are others"));
    }

    private Drift differences(ServedShare served, HeldShare share) {
        List<String> differences = new ArrayList<>(ShareDifferences.between(served.tables(), share.tables()));
        if (!served.lifetimes().equals(share.lifetimes())) {
            differences.add("the share has other lifetimes than it had");
        }
        wanted(served.component()).ifPresent(people -> grants(share, people).ifPresent(differences::add));
        return Drift.of(differences);
    }

    /** Only a word that was carried out for certain can be compared with what is there. */
    private Optional<People> wanted(String component) {
        return ledger.find(component)
                .match(
                        word -> word.filter(AccessLedger.Word::settled).flatMap(AccessLedger.Word::people),
                        (after, problem) -> Optional.empty(),
                        problems -> Optional.empty());
    }

    private Optional<String> grants(HeldShare share, People people) {
        Optional<List<String>> held = client.grants(share.name())
                .match(names -> names, (after, problem) -> Optional.empty(), problems -> Optional.empty());
        Set<String> wanted = new HashSet<>(people.refs());
        return held.filter(names -> !wanted.equals(new HashSet<>(names)))
                .map(names -> "the share is granted to others than it was: " + clause(wanted, names));
    }

    private static String clause(Set<String> wanted, List<String> held) {
        Set<String> more = new TreeSet<>(held);
        more.removeAll(wanted);
        Set<String> fewer = new TreeSet<>(wanted);
        held.forEach(fewer::remove);
        return more.size() + " too many, " + fewer.size() + " missing";
    }

    /** A share that is gone is drift of its port; apart from it nothing can be lost. */
    @Override
    public Map<String, Boolean> accessLost(List<KnownPort> ports) {
        return Map.of();
    }

    @Override
    public String accessLostSentence() {
        return "nobody can be given access to the share";
    }
}
