package io.outputport.provisioner.api.console;

import io.micronaut.context.annotation.Requires;
import io.outputport.foundation.page.PackagedFile;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringReader;
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

    private final ConsoleModules modules;
    private final Map<String, ConsoleFile> kept = new ConcurrentHashMap<>();
    private final ConsoleFile page;
    private final String policy;

    ConsoleFiles() {
        this.modules = ConsoleModules.of(places());
        String map = modules.importMap();
        String html = PackagedFile.text(ConsoleFiles.class, OWN + PAGE);
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
                .or(() -> resource(path)
                        .flatMap(resource -> PackagedFile.bytes(ConsoleFiles.class, resource))
                        .map(content -> keep(path, content)));
    }

    private ConsoleFile keep(String path, byte[] content) {
        return kept.computeIfAbsent(path, name -> ConsoleFile.of(name, content));
    }

    private Optional<String> resource(String path) {
        return path.startsWith(ConsoleModules.FOLDER)
                ? modules.resource(path.substring(ConsoleModules.FOLDER.length()))
                : Optional.of(OWN + path);
    }

    private static Properties places() {
        Properties places = new Properties();
        try {
            places.load(new StringReader(PackagedFile.text(ConsoleFiles.class, OWN + "modules.properties")));
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory can be read", impossible);
        }
        return places;
    }
}
