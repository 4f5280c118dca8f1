package io.outputport.engine.build;

import io.outputport.engine.refusal.Refused;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Names that are defined more than once across all sources. Hasura finds them while it builds the schema and answers
 * with status 500; it looks at mutations first, then subscriptions, then queries, then types.
 */
record NameCollisions(List<Claim> claims) {

    /** @throws Refused with status 500 when there is one */
    void check() {
        Optional<String> text = roots("mutation_root", claim -> claim.fields().mutation())
                .or(() -> roots("subscription_root", claim -> claim.fields().subscription()))
                .or(() -> roots("query_root", claim -> claim.fields().query()))
                .or(this::types);
        if (text.isPresent()) {
            throw Refused.of(500, "unexpected", text.get());
        }
    }

    private Optional<String> roots(String root, Function<Claim, List<String>> fields) {
        List<String> duplicates = duplicates(fields).entrySet().stream()
                .map(entry -> "'" + entry.getKey() + "' defined in "
                        + entry.getValue().stream().distinct().toList())
                .toList();
        if (duplicates.isEmpty()) {
            return Optional.empty();
        }
        String which = duplicates.size() == 1 ? "field " + duplicates.get(0) : "fields: " + duplicates;
        return Optional.of("Encountered conflicting definitions in the selection set for '" + root + "' for " + which
                + ". Fields must not be defined more than once across all sources.");
    }

    private Optional<String> types() {
        return duplicates(claim -> List.of(claim.typeName())).entrySet().stream()
                .findFirst()
                .map(entry -> "Found conflicting definitions for \"" + entry.getKey() + "\".  The definition at "
                        + entry.getValue().get(0) + " differs from the the definition at "
                        + String.join(
                                ", ",
                                entry.getValue().subList(1, entry.getValue().size())) + ".");
    }

    private Map<String, List<String>> duplicates(Function<Claim, List<String>> names) {
        return areDistinct(names) ? Map.of() : ownersOfDuplicates(names);
    }

    /** Nearly always true, and much cheaper to know than who owns what. */
    private boolean areDistinct(Function<Claim, List<String>> names) {
        Set<String> seen = new HashSet<>(claims.size() * 8);
        return claims.stream().allMatch(claim -> names.apply(claim).stream().allMatch(seen::add));
    }

    private Map<String, List<String>> ownersOfDuplicates(Function<Claim, List<String>> names) {
        Map<String, List<String>> owners = new LinkedHashMap<>();
        for (Claim claim : claims) {
            for (String name : names.apply(claim)) {
                owners.computeIfAbsent(name, key -> new ArrayList<>(1)).add(claim.owner());
            }
        }
        return owners.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
    }

    /**
     * The names that one table takes.
     *
     * @param owner for example {@code table public.cases in source default}
     */
    record Claim(String owner, String typeName, RootFields fields) {}
}
