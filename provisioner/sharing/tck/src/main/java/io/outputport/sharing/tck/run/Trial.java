package io.outputport.sharing.tck.run;

import io.outputport.sharing.tck.call.Client;
import io.outputport.sharing.tck.call.Profile;
import io.outputport.sharing.tck.sample.SampleTables;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The server that is tried, and what is known of it.
 *
 * @param others recipients besides the one who was granted the tables
 */
public record Trial(
        Profile profile,
        Map<Offer, Profile> others,
        String share,
        String schema,
        Set<Offer> without,
        SampleTables tables) {
    public Trial {
        others = Map.copyOf(others);
        without = Set.copyOf(without);
    }

    public Client client() {
        return Client.of(profile);
    }

    public Client other(Offer who) {
        return Optional.ofNullable(others.get(who)).map(Client::of).orElseThrow();
    }

    public boolean offers(Offer offer) {
        return !without.contains(offer);
    }

    public String sharePath() {
        return "/shares/" + share;
    }

    public String tablePath(String table) {
        return sharePath() + "/schemas/" + schema + "/tables/" + table;
    }
}
