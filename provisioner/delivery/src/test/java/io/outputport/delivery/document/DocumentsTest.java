package io.outputport.delivery.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.delivery.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a reader follows or pastes is there. {@link DocumentedCommandsTest} runs what can be run. */
class DocumentsTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(?:#[^)]*)?\\)");
    private static final Pattern ANCHOR = Pattern.compile("\\]\\((?![a-z]+:)([^)#\\s]*)#([^)\\s]+)\\)");
    private static final Pattern FENCED = Pattern.compile("(?s)```.*?```");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
    private static final Pattern BLOCK = Pattern.compile("(?s)```sh\\n(.*?)```");
    private static final Pattern INLINE = Pattern.compile("`((?:mvn|\\.ci/)[^`]*)`");
    private static final Pattern NAMED_TEST = Pattern.compile("`([A-Z]\\w+(?:Test|Contract))`");
    private static final Pattern TEST = Pattern.compile("-Dtest=([A-Z]\\w+)");
    private static final Pattern MODULE = Pattern.compile("-pl (provisioner/[\\w,/-]+)");
    private static final Pattern FILE =
            Pattern.compile("(?<![\\w$/])(?:\\.ci|docs|helm|hld|provisioner)/[\\w./-]*[\\w-]");

    static Stream<Path> pages() {
        return Stream.of("README.md", "docs", "helm", "hld", "provisioner/engine/README.md")
                .map(Repository::path)
                .flatMap(DocumentsTest::markdown);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_link_into_the_repository_leads_to_a_file(Path page) {
        LINK.matcher(Repository.read(page))
                .results()
                .map(found -> found.group(1))
                .filter(target -> !target.matches("[a-z]+:.*"))
                .forEach(target -> assertThat(page.resolveSibling(target))
                        .as("link in %s", page)
                        .exists());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_link_to_a_heading_leads_to_one(Path page) {
        ANCHOR.matcher(Repository.read(page)).results().forEach(link -> {
            Path target = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1));

            assertThat(headings(target)).as("link in %s", page).contains(link.group(2));
        });
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_command_names_tests_modules_and_files_that_exist(Path page) {
        for (String command : commands(Repository.read(page))) {
            TEST.matcher(command)
                    .results()
                    .forEach(test ->
                            assertThat(sourceOf(test.group(1))).as(command).isNotEmpty());
            MODULE.matcher(command)
                    .results()
                    .flatMap(modules -> Stream.of(modules.group(1).split(",")))
                    .forEach(module -> assertThat(Repository.path(module).resolve("pom.xml"))
                            .as(command)
                            .exists());
            FILE.matcher(command)
                    .results()
                    .map(MatchResult::group)
                    // Made by the build.
                    .filter(file -> !file.contains("/target/"))
                    .forEach(file ->
                            assertThat(Repository.path(file)).as(command).exists());
        }
    }

    @Test
    void every_threat_of_the_security_page_names_a_test_that_exists() {
        List<String> tests = NAMED_TEST
                .matcher(Repository.read("docs/security.md"))
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(tests).hasSizeGreaterThan(20);
        assertThat(tests).allSatisfy(test -> assertThat(sourceOf(test)).as(test).hasSize(1));
    }

    /** As GitLab and GitHub name them. */
    private static List<String> headings(Path page) {
        return HEADING.matcher(FENCED.matcher(Repository.read(page)).replaceAll(""))
                .results()
                .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\w\\- ]", "").replace(' ', '-'))
                .toList();
    }

    private static List<String> commands(String page) {
        return Stream.concat(
                        BLOCK.matcher(page)
                                .results()
                                .flatMap(block -> block.group(1).lines()),
                        INLINE.matcher(page).results().map(found -> found.group(1)))
                .toList();
    }

    static List<Path> sourceOf(String test) {
        try (Stream<Path> files = Files.walk(Repository.path("provisioner"))) {
            return files.filter(file -> file.getFileName().toString().equals(test + ".java"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<Path> markdown(Path start) {
        try (Stream<Path> files = Files.walk(start)) {
            return files.filter(file -> file.toString().endsWith(".md")).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
