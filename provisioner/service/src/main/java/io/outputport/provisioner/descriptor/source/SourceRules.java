package io.outputport.provisioner.descriptor.source;

import io.outputport.provisioner.descriptor.model.SourceTable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which domain may publish which databases and schemas, by the operator's decision. A domain without a rule may publish
 * nothing.
 *
 * @param rules empty when it is nobody's rule: every domain may publish whatever can be read
 */
public record SourceRules(Optional<List<DomainSources>> rules) {
    /** Nothing is decided. */
    public static final SourceRules NONE = new SourceRules(Optional.empty());

    public SourceRules {
        rules = rules.map(List::copyOf);
    }

    public static SourceRules of(List<DomainSources> rules) {
        return new SourceRules(Optional.of(rules));
    }

    /** What the domains of this name may publish. */
    public record DomainSources(NamePattern domain, List<DatabasePlace> places) {
        public DomainSources {
            places = List.copyOf(places);
        }
    }

    /**
     * Databases and schemas of one technology.
     *
     * @param technology empty for any
     */
    public record DatabasePlace(Optional<String> technology, NamePattern database, NamePattern schema) {
        boolean holds(SourceTable table) {
            return technology.filter(only -> !only.equals(table.technology())).isEmpty()
                    && database.matches(table.database())
                    && schema.matches(table.schema());
        }

        @Override
        public String toString() {
            return technology.map(name -> name + ":").orElse("") + database.text() + "." + schema.text();
        }
    }

    /** @param table with its exact names, as the database tells them */
    public boolean allow(String domain, SourceTable table) {
        return rules.isEmpty() || places(domain).stream().anyMatch(place -> place.holds(table));
    }

    /**
     * Whether a table may be meant that is allowed.
     *
     * @param table as the descriptor names it: its database may have the names in upper case only
     */
    public boolean mayAllow(String domain, SourceTable table) {
        return allow(domain, table) || allow(domain, inUpperCase(table));
    }

    private static SourceTable inUpperCase(SourceTable table) {
        return new SourceTable(
                table.technology(),
                table.database().toUpperCase(Locale.ROOT),
                table.schema().toUpperCase(Locale.ROOT),
                table.name());
    }

    /** What the domain may publish, for people. */
    public String shown(String domain) {
        List<DatabasePlace> places = places(domain);
        return places.isEmpty()
                ? "nothing"
                : places.stream().map(DatabasePlace::toString).distinct().collect(Collectors.joining(", "));
    }

    private List<DatabasePlace> places(String domain) {
        String name = domain.strip().toLowerCase(Locale.ROOT);
        return rules.orElse(List.of()).stream()
                .filter(rule -> rule.domain().matches(name))
                .flatMap(rule -> rule.places().stream())
                .toList();
    }
}
