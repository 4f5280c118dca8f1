package io.outputport.provisioner;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.provisioner.task.store.TaskDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The operators' pages and the code tell of the same problems and the same settings. */
class DocumentationTest {
    private static final Path ROOT = root();
    private static final Pattern CODE = Pattern.compile("new ProblemCode\\(\\s*\"([^\"]+)\"");
    private static final Pattern HEADING = Pattern.compile("(?m)^### (\\S+)$");
    private static final Pattern SETTING = Pattern.compile(
            "\\.(?:text|required|secret|headerSecret|requiredSecret|requiredHeaderSecret|duration|timeout|number|flag|url|baseUrl"
                    + "|requiredUrl|choice)\\(\\s*\"([A-Z_]+)\"");
    /** But the one of the command line, which no chart sets. */
    private static final Pattern SECRET =
            Pattern.compile("\\.(?:secret|requiredSecret|requiredHeaderSecret)\\(\\s*\"([A-Z_]+)\"");

    private static final Pattern MARKED = Pattern.compile("(?m)^\\| `([A-Z0-9_]+)` \\|[^|]*\\*secret\\*[^|]*\\|");
    private static final Pattern OWN = Pattern.compile("\"(PROVISIONER_[A-Z_]*[A-Z])\"");
    private static final Pattern METER = Pattern.compile("\\w\\.builder\\(\\s*\"(provisioner\\.[a-z.]+)\"");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Z0-9_]+)` \\|");
    /** Alone or with the end of its package, and perhaps with a member of it. */
    private static final Pattern TYPE =
            Pattern.compile("`((?:[a-z]+\\.)*[A-Z]\\w*[a-z]\\w*)(?:\\.(\\w+))?(?:\\(\\))?`");

    /** Of several parts, so that it is no word of another thing. */
    private static final Pattern PLACE = Pattern.compile("`((?:[a-z]+[./])+[a-z]+)`");

    private static final Pattern PACKAGE = Pattern.compile("`([a-z]+)`");
    /** What the rules of the house say is not about files of ours. */
    private static final Pattern RULES = Pattern.compile("(?s)\n## House rules.*?(?=\n## )");

    private static final Pattern LAYOUT = Pattern.compile("(?s)\n## Layout and arrows.*?(?=\n## )");
    /** Of libraries and browsers. */
    private static final Set<String> OF_OTHERS = Set.of("MeterBinder", "element.style", "application.yml");
    /** Before the name of another setting: the variable of Hasura that holds the same. */
    private static final String OF_HASURA = "HASURA_ENV_";

    @Test
    void every_problem_code_has_its_entry_and_every_entry_its_code() {
        Set<String> codes = found(CODE, sources());

        assertThat(codes).hasSizeGreaterThan(50);
        Set<String> entries = found(HEADING, List.of(page("problems.md")));
        assertThat(without(codes, entries))
                .as("problem codes without an entry in docs/problems.md")
                .isEmpty();
        assertThat(without(entries, codes))
                .as("entries of docs/problems.md that are no code")
                .isEmpty();
    }

    @Test
    void every_setting_that_is_read_has_its_row() {
        Set<String> settings = found(SETTING, sources());
        TaskDatabase.PURPOSE.settings().stream()
                .filter(name -> !name.endsWith("_FILE"))
                .forEach(settings::add);

        assertThat(settings).hasSizeGreaterThan(30);
        assertThat(without(settings, found(ROW, List.of(page("configuration.md")))))
                .as("settings without a row in docs/configuration.md")
                .isEmpty();
    }

    /** The chart takes one that is not marked from anywhere, and shows it to everybody. */
    @Test
    void every_secret_is_marked_in_its_row() {
        Set<String> secrets = found(SECRET, sources());

        assertThat(secrets).hasSizeGreaterThan(5);
        assertThat(without(secrets, found(MARKED, List.of(page("configuration.md")))))
                .as("secrets whose row in docs/configuration.md does not say *secret*")
                .isEmpty();
    }

    /** Whoever sets one that the start does not know is told that there is no such setting. */
    @Test
    void every_setting_with_the_prefix_of_the_service_is_one_that_the_start_knows() {
        Set<String> read = found(OWN, sources());

        assertThat(read).hasSizeGreaterThan(4);
        assertThat(without(read, ProvisionerNames.ALL.known()))
                .as("settings that ProvisionerNames does not name")
                .isEmpty();
    }

    @Test
    void every_metric_has_its_row() {
        Set<String> metrics = found(METER, sources());
        String page = page("operations.md");
        metrics.removeIf(name -> Stream.of("", "_total", "_seconds")
                .anyMatch(ending -> page.contains("| `" + name.replace('.', '_') + ending + "` |")));

        assertThat(found(METER, sources())).hasSizeGreaterThan(15);
        assertThat(metrics).as("metrics without a row in docs/operations.md").isEmpty();
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
    void every_type_and_member_that_pages_for_contributors_name_is_there() {
        Set<String> files = places();
        List<MatchResult> named = Stream.of(contributing(), read(ROOT.resolve("README.md")))
                .flatMap(page -> TYPE.matcher(page).results())
                .filter(name -> !OF_OTHERS.contains(name.group(1)))
                .toList();

        assertThat(named).hasSizeGreaterThan(80);
        assertThat(named)
                .filteredOn(name -> !isThere(name.group(1), name.group(2), files))
                .extracting(MatchResult::group)
                .as("types or members that no file holds")
                .isEmpty();
    }

    @Test
    void every_package_folder_and_file_that_they_name_is_there() {
        Set<String> names = found(PLACE, List.of(contributing(), read(ROOT.resolve("README.md"))));
        Stream<String> layout =
                LAYOUT.matcher(page("contributing.md")).results().map(MatchResult::group);
        names.addAll(found(PACKAGE, layout.toList()));
        names.removeAll(OF_OTHERS);
        Set<String> places = places();

        assertThat(names).hasSizeGreaterThan(60);
        names.removeIf(name -> places.stream()
                .anyMatch(place -> place.endsWith("/" + name) || place.endsWith("/" + name.replace('.', '/'))));
        assertThat(names).as("packages, folders and files that are not there").isEmpty();
    }

    private static String contributing() {
        return RULES.matcher(page("contributing.md")).replaceAll("");
    }

    private static boolean isThere(String type, @Nullable String member, Set<String> files) {
        String end = "/" + type.replace('.', '/') + ".java";
        return files.stream()
                .filter(file -> file.endsWith(end))
                .anyMatch(file -> member == null || read(Path.of(file)).matches("(?s).*\\b" + member + "\\b.*"));
    }

    /** Every file and folder but what is built. */
    private static Set<String> places() {
        Set<String> places = new HashSet<>();
        try {
            Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    String name = folder.getFileName().toString();
                    places.add(folder.toString());
                    return name.equals("target") || name.equals(".git")
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    places.add(file.toString());
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return places;
    }

    private static Set<String> without(Set<String> all, Set<String> others) {
        Set<String> left = new TreeSet<>(all);
        left.removeAll(others);
        return left;
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
