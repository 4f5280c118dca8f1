package io.outputport.delivery.chart;

import io.outputport.delivery.Repository;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The settings as docs/configuration.md lists them; that page is held to the code by a test of the service. */
final class Settings {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Z0-9_]+)` \\|([^|]*)\\|");
    private static final String PAGE = Repository.read("docs/configuration.md");

    private Settings() {}

    static Set<String> all() {
        return names(row -> true);
    }

    static Set<String> secrets() {
        return names(Settings::isSecret);
    }

    static Set<String> open() {
        return names(row -> !isSecret(row));
    }

    private static boolean isSecret(MatchResult row) {
        return row.group(2).contains("*secret*");
    }

    private static Set<String> names(Predicate<MatchResult> wanted) {
        Set<String> names = new TreeSet<>();
        ROW.matcher(PAGE)
                .results()
                .filter(wanted)
                .map(row -> row.group(1))
                .filter(name -> !name.startsWith("SANDBOX_"))
                .forEach(names::add);
        return names;
    }
}
