package io.outputport.delivery.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.delivery.Repository;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The names that {@code settings} of a program takes, as they stand in the schema of the values. */
final class SettingsOfTheSchema {
    private static final String FILE = "helm/values.schema.json";
    private static final Pattern NAME = Pattern.compile("\"([A-Z0-9_]+)\"");

    private final Pattern names;

    /** @param group the program's values, for example {@code provisioner} */
    SettingsOfTheSchema(String group) {
        this.names = Pattern.compile(
                "(?s)(\\n    \"" + group + "\": \\{.*?\"settings\": \\{.*?\"enum\": \\[)([^\\]]*?)(\\n\\s*\\])");
    }

    Set<String> read() {
        Set<String> found = new TreeSet<>();
        NAME.matcher(list(Repository.read(FILE)).group(2)).results().forEach(name -> found.add(name.group(1)));
        return found;
    }

    /** Compares, or writes with {@code -Dwrite=true}. */
    void hold(Set<String> wanted) {
        if (Repository.writes()) {
            String schema = Repository.read(FILE);
            String written = wanted.stream()
                    .map(name -> "\n                \"" + name + "\"")
                    .collect(Collectors.joining(","));
            Matcher list = list(schema);
            Repository.write(FILE, schema.substring(0, list.start(2)) + written + schema.substring(list.end(2)));
        }
        assertThat(read()).isEqualTo(wanted);
    }

    private Matcher list(String schema) {
        Matcher list = names.matcher(schema);
        if (!list.find()) {
            throw new AssertionError(FILE + " has no such list of settings");
        }
        return list;
    }
}
