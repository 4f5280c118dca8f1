package io.outputport.provisioner.api.console;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.io.ResourceLoader;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The files of the page and of its modules, from the class path: read once each, and kept. */
@Singleton
@Requires(property = ConsoleController.ON)
final class ConsoleFiles {
    private static final String OWN = "console/";
    private static final String PAGE = "index.html";
    private static final String MAP = "<!-- import map -->";
    /** No name that begins with a dot, so no way up, and only what a page is made of. */
    private static final Pattern SERVED =
            Pattern.compile("(?:[@\\w][\\w-]*/)*\\w[\\w-]*(?:\\.(?:esm|min))?\\.(?:js|css|svg)");

    private final ResourceLoader resources;
    private final ConsoleModules modules;
    private final Map<String, ConsoleFile> kept = new ConcurrentHashMap<>();
    private final ConsoleFile page;
    private final String policy;

    ConsoleFiles(ResourceLoader resources) {
        this.resources = resources;
        this.modules = ConsoleModules.of(places());
        String map = modules.importMap();
        String html = new String(read(OWN + PAGE).orElseThrow(), StandardCharsets.UTF_8);
        this.page = ConsoleFile.of(
                PAGE,
                html.replace(MAP, "<script type=\"importmap\">" + map + "</script>")
                        .getBytes(StandardCharsets.UTF_8));
        this.policy = ContentPolicy.allowing(map);
    }

    ConsoleFile page() {
        return page;
    }

    /** What goes with the page. */
    String policy() {
        return policy;
    }

    /** Empty where there is no such file. */
    Optional<ConsoleFile> find(String path) {
        if (!SERVED.matcher(path).matches()) {
            return Optional.empty();
        }
        return Optional.ofNullable(kept.get(path))
                .or(() -> resource(path).flatMap(this::read).map(content -> keep(path, content)));
    }

    private ConsoleFile keep(String path, byte[] content) {
        return kept.computeIfAbsent(path, name -> ConsoleFile.of(name, content));
    }

    private Optional<String> resource(String path) {
        return path.startsWith(ConsoleModules.FOLDER)
                ? modules.resource(path.substring(ConsoleModules.FOLDER.length()))
                : Optional.of(OWN + path);
    }

    private Properties places() {
        Properties places = new Properties();
        try (InputStream file = resources
                .getResourceAsStream("classpath:" + OWN + "modules.properties")
                .orElseThrow()) {
            places.load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the list of the console's modules cannot be read", unreadable);
        }
        return places;
    }

    private Optional<byte[]> read(String resource) {
        try (InputStream file =
                resources.getResourceAsStream("classpath:" + resource).orElse(InputStream.nullInputStream())) {
            byte[] content = file.readAllBytes();
            return content.length == 0 ? Optional.empty() : Optional.of(content);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("a file of the console cannot be read from the class path", unreadable);
        }
    }
}
