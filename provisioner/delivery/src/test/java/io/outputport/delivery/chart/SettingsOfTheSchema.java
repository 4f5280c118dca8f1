package io.outputport.delivery.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.delivery.Repository;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The names that {@code provisioner.settings} takes, as they stand in the schema of the values. */
final class SettingsOfTheSchema {
    private static final String FILE = "helm/values.schema.json";
    private static final Pattern NAMES =
            Pattern.compile("(?s)(\"propertyNames\": \\{\\s*\"enum\": \\[)([^\\]]*?)(\\n\\s*\\])");
    private static final Pattern NAME = Pattern.compile("\"([A-Z0-9_]+)\"");

    private SettingsOfTheSchema() {}

    static Set<String> read() {
        Set<String> names = new TreeSet<>();
        NAME.matcher(list(Repository.read(FILE)).group(2)).results().forEach(name -> names.add(name.group(1)));
        return names;
    }

    /** Compares, or writes with {@code -Dwrite=true}. */
    static void hold(Set<String> wanted) {
        if (Repository.writes()) {
            String schema = Repository.read(FILE);
            String names = wanted.stream()
                    .map(name -> "\n                \"" + name + "\"")
                    .collect(Collectors.joining(","));
            Matcher list = list(schema);
            Repository.write(FILE, schema.substring(0, list.start(2)) + names + schema.substring(list.end(2)));
        }
        assertThat(read()).isEqualTo(wanted);
    }

    private static Matcher list(String schema) {
        Matcher list = NAMES.matcher(schema);
        if (!list.find()) {
            throw new AssertionError(FILE + " has no propertyNames");
        }
        return list;
    }
}
