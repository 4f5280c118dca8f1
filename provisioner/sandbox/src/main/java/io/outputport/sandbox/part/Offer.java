package io.outputport.sandbox.part;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a part tells the others.
 *
 * @param ready its entries of the ready line
 * @param service settings that point the provisioner at it
 * @param hasura variables that the engine's own environment holds
 */
public record Offer(Map<String, String> ready, Map<String, String> service, Map<String, String> hasura) {
    public static final Offer NOTHING = new Offer(Map.of(), Map.of(), Map.of());

    public Offer plus(Offer other) {
        return new Offer(joined(ready, other.ready), joined(service, other.service), joined(hasura, other.hasura));
    }

    private static Map<String, String> joined(Map<String, String> ours, Map<String, String> theirs) {
        Map<String, String> joined = new LinkedHashMap<>(ours);
        joined.putAll(theirs);
        return joined;
    }
}
