package io.outputport.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages name every setting, and none that is not there; the chart's values are held to the pages. */
class SettingsPagesTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`SHARING_[A-Z_]+`[^|]*)\\|");
    private static final Pattern NAME = Pattern.compile("`(SHARING_[A-Z_]+)`");
    private static final Pattern QUOTED = Pattern.compile("\"(SHARING_[A-Z_]*[A-Z])\"");
    private static final Predicate<Path> OF_SERVER =
            file -> file.toString().endsWith(".java") && !file.endsWith("SharingNames.java");
    /** A database has several settings that begin so. */
    private static final String DATABASE = "SHARING_DB";
    /** Told where the server is asked from elsewhere: by its command line, and by a provisioner. */
    private static final Pattern OF_CALLERS =
            Pattern.compile("SHARING_(SERVER|TOKEN|URL|ADMIN_TOKEN|TIMEOUT|STORAGE_RULES)(_FILE)?");

    @Test
    void the_tables_hold_the_settings_that_the_server_knows() throws IOException {
        Set<String> listed = new TreeSet<>();
        for (String page : Set.of("sharing.md", "shared-tables.md")) {
            ROW.matcher(Files.readString(Path.of("../../docs", page)))
                    .results()
                    .forEach(row -> NAME.matcher(row.group(1)).results().forEach(name -> listed.add(name.group(1))));
        }

        Set<String> own = new TreeSet<>(SharingNames.ALL.known());
        own.removeIf(name -> OF_CALLERS.matcher(name).matches() || name.endsWith("_FILE"));
        assertThat(listed).isEqualTo(own);
    }

    /** Whoever sets one that the start does not know is told that there is no such setting. */
    @Test
    void the_server_knows_every_setting_that_it_reads() throws IOException {
        Set<String> read = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(OF_SERVER).toList()) {
                QUOTED.matcher(Files.readString(file)).results().forEach(name -> read.add(name.group(1)));
            }
        }

        assertThat(read).hasSizeGreaterThan(8);
        read.removeAll(SharingNames.ALL.known());
        read.remove(DATABASE);
        assertThat(read).as("settings that SharingNames does not name").isEmpty();
    }
}
