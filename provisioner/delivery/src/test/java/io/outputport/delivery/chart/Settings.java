package io.outputport.delivery.chart;

import io.outputport.delivery.Repository;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The settings of a program as its pages list them; tests of the programs hold these pages to the code.
 *
 * @param open those that may stand in a ConfigMap
 * @param secrets those that may not
 */
record Settings(Set<String> open, Set<String> secrets) {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[A-Z0-9_]+`[^|]*)\\|([^|]*)\\|");
    private static final Pattern NAME = Pattern.compile("`([A-Z0-9_]+)`");
    private static final String COMMON_PAGE = "docs/configuration.md";

    static Settings ofProvisioner() {
        return of(List.of(COMMON_PAGE), name -> !name.startsWith("SANDBOX_"));
    }

    /** Its own, and those that every server has. */
    static Settings ofSharingServer() {
        Settings own = of(List.of("docs/sharing.md", "docs/shared-tables.md"), name -> name.startsWith("SHARING_"));
        Settings common = of(
                List.of(COMMON_PAGE),
                name -> name.startsWith("API_")
                        || Set.of("LOG_FORMAT", "ACCESS_LOG").contains(name));
        own.open().addAll(common.open());
        own.secrets().addAll(common.secrets());
        return own;
    }

    Set<String> all() {
        Set<String> all = new TreeSet<>(open);
        all.addAll(secrets);
        return all;
    }

    private static Settings of(List<String> pages, Predicate<String> wanted) {
        Settings found = new Settings(new TreeSet<>(), new TreeSet<>());
        for (String page : pages) {
            ROW.matcher(Repository.read(page))
                    .results()
                    .forEach(row -> names(row)
                            .filter(wanted)
                            .forEach((row.group(2).contains("*secret*") ? found.secrets : found.open)::add));
        }
        return found;
    }

    private static Stream<String> names(MatchResult row) {
        return NAME.matcher(row.group(1)).results().map(name -> name.group(1));
    }
}
