package io.outputport.provisioner;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.provisioner.task.store.TaskDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The operators' pages and the code tell of the same problems and the same settings. */
class DocumentationTest {
    private static final Path ROOT = root();
    private static final Pattern CODE = Pattern.compile("new ProblemCode\\(\\s*\"([^\"]+)\"");
    private static final Pattern HEADING = Pattern.compile("(?m)^### (\\S+)$");
    private static final Pattern SETTING = Pattern.compile(
            "\\.(?:text|required|secret|requiredSecret|duration|timeout|number|flag|url|requiredUrl|choice)\\(\\s*\"([A-Z_]+)\"");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Z0-9_]+)` \\|");
    /** With its package, or at least the end of it. */
    private static final Pattern TYPE = Pattern.compile("`((?:[a-z]+\\.)+[A-Z]\\w*)(?:\\.[a-z]\\w*)?`");

    private static final Pattern TEST = Pattern.compile("`(\\w+Test)`");
    /** Before the name of another setting: the variable of Hasura that holds the same. */
    private static final String OF_HASURA = "HASURA_ENV_";

    @Test
    void every_problem_code_has_its_entry_and_every_entry_its_code() {
        Set<String> codes = found(CODE, sources());

        assertThat(codes).hasSizeGreaterThan(50);
        assertThat(found(HEADING, List.of(page("problems.md")))).isEqualTo(codes);
    }

    @Test
    void every_setting_that_is_read_has_its_row() {
        Set<String> settings = found(SETTING, sources());

        assertThat(settings).hasSizeGreaterThan(30);
        assertThat(found(ROW, List.of(page("configuration.md"))))
                .containsAll(settings)
                .containsAll(TaskDatabase.PURPOSE.settings().stream()
                        .filter(name -> !name.endsWith("_FILE"))
                        .toList());
    }

    @Test
    void every_row_is_of_a_setting_that_is_read() {
        String code = String.join("\n", sources());
        Set<String> rows = found(ROW, List.of(page("configuration.md")));
        rows.removeIf(name -> name.startsWith("SANDBOX_"));
        TaskDatabase.PURPOSE.settings().forEach(rows::remove);

        // Asked for one by one: a failure names the row, and does not quote the code.
        rows.removeIf(
                name -> code.contains("\"" + name + "\"") || code.contains("\"" + name.replace(OF_HASURA, "") + "\""));
        assertThat(rows).as("rows of docs/configuration.md that nothing reads").isEmpty();
    }

    /** A list of files helps nobody who does not find them. */
    @Test
    void every_type_that_pages_for_contributors_name_is_there() {
        List<String> pages = List.of(page("contributing.md"), read(ROOT.resolve("README.md")));
        Set<String> named = found(TYPE, pages);
        named.addAll(found(TEST, pages));
        Set<String> files = javaFiles();

        assertThat(named).hasSizeGreaterThan(40);
        named.removeIf(name -> files.stream().anyMatch(file -> file.endsWith("/" + name.replace('.', '/') + ".java")));
        assertThat(named).as("types that no file holds").isEmpty();
    }

    private static Set<String> javaFiles() {
        try (Stream<Path> files = Files.find(
                ROOT.resolve("provisioner"),
                30,
                (file, attributes) -> file.toString().endsWith(".java"))) {
            return files.map(Path::toString).collect(Collectors.toSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Set<String> found(Pattern pattern, List<String> texts) {
        Set<String> found = new TreeSet<>();
        texts.forEach(text -> pattern.matcher(text).results().forEach(match -> found.add(match.group(1))));
        return found;
    }

    private static List<String> sources() {
        return Stream.of("foundation", "service")
                .flatMap(module -> sources(module).stream())
                .toList();
    }

    private static List<String> sources(String module) {
        try (Stream<Path> files = Files.walk(ROOT.resolve("provisioner/" + module + "/src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(DocumentationTest::read)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String page(String name) {
        return read(ROOT.resolve("docs").resolve(name));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Tests run in the module's folder. */
    private static Path root() {
        return Path.of("../..").toAbsolutePath().normalize();
    }
}
