package io.outputport.engine.build.name;

import io.outputport.engine.refusal.Refused;
import java.util.ArrayList;
import java.util.Collections;
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
public record NameCollisions(List<Claim> claims) {

    /** @throws Refused with status 500 when there is one */
    public void check() {
        Optional<String> text = roots("mutation_root", claim -> claim.fields().mutation())
                .or(() -> roots("subscription_root", claim -> claim.fields().subscription()))
                .or(() -> roots("query_root", claim -> claim.fields().query()))
                .or(this::types);
        if (text.isPresent()) {
            throw Refused.of(500, "unexpected", text.get());
        }
    }

    private Optional<String> roots(String root, Function<Claim, List<String>> fields) {
        List<String> duplicates = new ArrayList<>(duplicates(fields, Claim::owner).entrySet().stream()
                .map(entry -> "'" + entry.getKey() + "' defined in "
                        + entry.getValue().stream().distinct().sorted().toList())
                .toList());
        // Hasura gathers them from the last field to the first.
        Collections.reverse(duplicates);
        if (duplicates.isEmpty()) {
            return Optional.empty();
        }
        String which = duplicates.size() == 1 ? "field " + duplicates.get(0) : "fields: " + duplicates;
        return Optional.of("Encountered conflicting definitions in the selection set for '" + root + "' for " + which
                + ". Fields must not be defined more than once across all sources.");
    }

    /** Hasura names the fields that lead to the two, and prints both; this names the first fields only. */
    private Optional<String> types() {
        return scalars()
                .or(() -> duplicates(Claim::types, Claim::root).entrySet().stream()
                        .findFirst()
                        .map(entry -> conflict(
                                entry.getKey(),
                                entry.getValue().get(0),
                                entry.getValue().subList(1, entry.getValue().size()))));
    }

    /** A type of the database, or one that every schema has, and a type of a table. */
    private Optional<String> scalars() {
        Set<String> others = new HashSet<>(TypeNames.OF_EVERY_SCHEMA);
        claims.forEach(claim -> others.addAll(claim.scalars()));
        return claims.stream()
                .flatMap(claim -> claim.types().stream()
                        .filter(others::contains)
                        .map(type -> conflict(type, claim.root(), List.of(type))))
                .findFirst();
    }

    private static String conflict(String type, String first, List<String> others) {
        return "Found conflicting definitions for GraphQL type '" + type + "'.  The definition at " + first
                + " differs from the definitions at "
                + others.stream().distinct().toList() + ".";
    }

    private Map<String, List<String>> duplicates(Function<Claim, List<String>> names, Function<Claim, String> owner) {
        return areDistinct(names) ? Map.of() : ownersOfDuplicates(names, owner);
    }

    /** Nearly always true, and much cheaper to know than who owns what. */
    private boolean areDistinct(Function<Claim, List<String>> names) {
        Set<String> seen = new HashSet<>(claims.size() * 8);
        return claims.stream().allMatch(claim -> names.apply(claim).stream().allMatch(seen::add));
    }

    private Map<String, List<String>> ownersOfDuplicates(
            Function<Claim, List<String>> names, Function<Claim, String> owner) {
        Map<String, List<String>> owners = new LinkedHashMap<>();
        for (Claim claim : claims) {
            for (String name : names.apply(claim)) {
                owners.computeIfAbsent(name, key -> new ArrayList<>(1)).add(owner.apply(claim));
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
    public record Claim(String owner, List<String> types, Set<String> scalars, RootFieldNames fields) {
        public Claim {
            types = List.copyOf(types);
            scalars = Set.copyOf(scalars);
        }

        String root() {
            return fields.query().get(0);
        }
    }
}
