package io.outputport.provisioner;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * The class path is in order, and {@code docs/dependencies.md} tells of the one that there is.
 * {@code -Ddependencies.write=true} writes its versions anew, for whoever has raised one.
 */
class DependenciesTest {
    /** Tests run in the module's folder. */
    private static final Path PAGE = Path.of("../../docs/dependencies.md");

    private static final List<Path> POMS = List.of(Path.of("pom.xml"), Path.of("../foundation/pom.xml"));
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([\\w.-]+):([\\w.*{},-]+)` \\| ([^|]*?) \\|");

    private static final List<String> JARS = Stream.of(
                    System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> entry.endsWith(".jar"))
            .toList();

    @Test
    void every_version_on_the_page_is_the_one_of_the_class_path() throws IOException {
        String page = Files.readString(PAGE);

        String asItIs = ROW.matcher(page)
                .replaceAll(row -> Matcher.quoteReplacement(
                        "| `" + row.group(1) + ":" + row.group(2) + "` | " + version(row) + " |"));

        if (Boolean.getBoolean("dependencies.write")) {
            Files.writeString(PAGE, asItIs);
            return;
        }
        assertThat(rows()).hasSizeGreaterThan(30);
        assertThat(page).isEqualTo(asItIs);
    }

    @Test
    void every_library_that_the_service_names_is_on_the_page() throws Exception {
        List<MatchResult> rows = rows();

        assertThat(namedInThePoms())
                .hasSizeGreaterThan(30)
                .allSatisfy(library -> assertThat(rows)
                        .as(library)
                        .anyMatch(row -> library.matches(Pattern.quote(row.group(1)) + ":" + pattern(row.group(2)))));
    }

    /** Which of two is loaded is chance: once it was half of the one and half of the other. */
    @Test
    void no_class_comes_from_two_libraries() throws IOException {
        Map<String, String> seen = new HashMap<>();
        List<String> twice = new ArrayList<>();

        for (String jar : JARS) {
            try (ZipFile entries = new ZipFile(jar)) {
                entries.stream()
                        .map(ZipEntry::getName)
                        .filter(name -> name.endsWith(".class") && !name.startsWith("META-INF"))
                        .filter(name -> !name.equals("module-info.class"))
                        .filter(name -> seen.put(name, jar) != null)
                        .forEach(name -> twice.add(name + " in " + jar));
            }
        }

        assertThat(seen).hasSizeGreaterThan(10_000);
        assertThat(twice).isEmpty();
    }

    /** Modules of one family work with each other only in one version. */
    private static String version(MatchResult row) {
        Pattern place = Pattern.compile(
                ".*/" + row.group(1).replace('.', '/') + "/" + pattern(row.group(2)) + "/([^/]+)/[^/]+\\.jar");
        SortedSet<String> versions = JARS.stream()
                .map(jar -> place.matcher(jar.replace(File.separatorChar, '/')))
                .filter(Matcher::matches)
                .map(found -> found.group(1).replace("-alpha", ""))
                .collect(toCollection(TreeSet::new));

        assertThat(versions).as(row.group()).hasSize(1);
        return versions.first();
    }

    private static List<MatchResult> rows() throws IOException {
        return ROW.matcher(Files.readString(PAGE)).results().toList();
    }

    /** {@code netty-*} and {@code jackson-{core,databind}} as in a shell. */
    private static String pattern(String glob) {
        return glob.replace(".", "\\.")
                .replace("*", "[^/]*")
                .replace("{", "(?:")
                .replace("}", ")")
                .replace(",", "|");
    }

    private static List<String> namedInThePoms() throws Exception {
        List<String> named = new ArrayList<>();
        for (Path pom : POMS) {
            Element project = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(pom.toFile())
                    .getDocumentElement();
            children(project, "dependencies")
                    .flatMap(dependencies -> children(dependencies, "dependency"))
                    .filter(dependency -> !text(dependency, "scope").matches("test|provided"))
                    .map(dependency -> text(dependency, "groupId") + ":" + text(dependency, "artifactId"))
                    .filter(library -> !library.startsWith("io.outputport:"))
                    .forEach(named::add);
        }
        return named;
    }

    private static String text(Element parent, String name) {
        return children(parent, name).map(Node::getTextContent).findFirst().orElse("");
    }

    private static Stream<Element> children(Element parent, String name) {
        NodeList nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(node -> node.getNodeName().equals(name))
                .map(Element.class::cast);
    }
}
