package io.outputport.provisioner.hasura.descriptor;

import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.settings.SettingsException;
import io.outputport.provisioner.descriptor.source.NamePattern;
import io.outputport.provisioner.descriptor.source.SourceNaming;
import io.outputport.provisioner.descriptor.source.SourceRules;
import io.outputport.provisioner.descriptor.source.SourceRules.DatabasePlace;
import io.outputport.provisioner.descriptor.source.SourceRules.DomainSources;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The setting SOURCE_RULES: {@code finance=postgres:sales.finance,postgres:sales.fin_*;lab=snowflake:LAB.*}. */
public final class SourceRulesSetting {
    private static final String NAME = "SOURCE_RULES";

    private SourceRulesSetting() {}

    /** @param sources those that there are; a place of another one is a mistake */
    public static SourceRules read(Settings settings, List<? extends SourceNaming> sources) {
        Set<String> technologies =
                sources.stream().map(SourceNaming::name).collect(Collectors.toCollection(TreeSet::new));
        return settings.text(NAME)
                .map(text -> SourceRules.of(rules(text, technologies)))
                .orElse(SourceRules.NONE);
    }

    private static List<DomainSources> rules(String text, Set<String> technologies) {
        List<DomainSources> rules = new ArrayList<>();
        for (String rule : text.split("[;\\n]")) {
            if (!rule.isBlank()) {
                rules.add(rule(rule.strip(), technologies));
            }
        }
        if (rules.isEmpty()) {
            throw wrong(text, "no rule", "");
        }
        return rules;
    }

    private static DomainSources rule(String text, Set<String> technologies) {
        int equals = text.indexOf('=');
        if (equals < 1 || text.substring(equals + 1).isBlank()) {
            throw wrong(text, "no domain, or no place behind its =", "");
        }
        List<DatabasePlace> places = new ArrayList<>();
        for (String place : text.substring(equals + 1).split(",", -1)) {
            places.add(place(place.strip(), technologies));
        }
        String domain = text.substring(0, equals).strip().toLowerCase(Locale.ROOT);
        return new DomainSources(new NamePattern(domain.startsWith("domain:") ? domain.substring(7) : domain), places);
    }

    private static DatabasePlace place(String text, Set<String> technologies) {
        int colon = text.indexOf(':');
        Optional<String> technology = colon < 0
                ? Optional.empty()
                : Optional.of(text.substring(0, colon).strip().toLowerCase(Locale.ROOT));
        technology.filter(name -> !technologies.contains(name)).ifPresent(unknown -> {
            throw wrong(text, "technology " + unknown, " There are " + String.join(", ", technologies) + ".");
        });
        String[] names = text.substring(colon + 1).split("\\.", -1);
        if (names.length != 2 || names[0].isBlank() || names[1].isBlank()) {
            throw wrong(text, "no database and schema with one dot between them", "");
        }
        return new DatabasePlace(technology, new NamePattern(names[0].strip()), new NamePattern(names[1].strip()));
    }

    private static SettingsException wrong(String part, String what, String more) {
        return new SettingsException(NAME + " has " + what + " in \"" + part + "\"." + more + " Write for example"
                + " finance=postgres:sales.finance,postgres:sales.fin_*;lab=snowflake:LAB.*");
    }
}
