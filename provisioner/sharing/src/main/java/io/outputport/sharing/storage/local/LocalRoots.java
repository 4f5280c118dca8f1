package io.outputport.sharing.storage.local;

import io.micronaut.context.annotation.Bean;
import io.outputport.foundation.settings.Settings;
import io.outputport.sharing.signature.SigningKey;
import io.outputport.sharing.storage.RootSetting;
import io.outputport.sharing.storage.Storage;
import io.outputport.sharing.storage.Storages;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The folders that {@code SHARING_STORAGE_<NAME>} names; one that is not there, or is none, stops the start. */
@Singleton
@Bean(typed = LocalRoots.class)
public final class LocalRoots implements Storages {
    private final Map<String, LocalStorage> roots = new TreeMap<>();

    public LocalRoots(Settings settings, SigningKey key) {
        FileSeal seal = new FileSeal(key);
        RootSetting.all(settings).stream()
                .filter(root -> !root.isAtS3())
                .forEach(root ->
                        roots.put(root.name(), new LocalStorage(root.name(), new RootFolder(folder(root)), seal)));
    }

    @Override
    public Optional<Storage> find(String name) {
        return local(name).map(Storage.class::cast);
    }

    Optional<LocalStorage> local(String name) {
        return Optional.ofNullable(roots.get(name.toLowerCase(Locale.ROOT)));
    }

    @Override
    public Set<String> names() {
        return roots.keySet();
    }

    private static Path folder(RootSetting root) {
        try {
            Path folder = path(root.root());
            if (!folder.isAbsolute()) {
                throw root.wrong("must be an absolute path or a file: address, such as file:///srv/lake");
            }
            if (!Files.isDirectory(folder)) {
                throw root.wrong("is no folder of this machine");
            }
            return walkable(root, folder.toRealPath());
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException notLocal) {
            throw root.wrong("is no address of a folder; this server reads file:///… and s3://… only");
        } catch (IOException unreadable) {
            throw root.wrong("cannot be read");
        }
    }

    private static Path path(String root) throws URISyntaxException {
        return root.contains(":/") ? Path.of(new URI(root)) : Path.of(root);
    }

    private static Path walkable(RootSetting root, Path folder) throws IOException {
        if (!new RootFolder(folder).isWalkable()) {
            throw root.wrong("lies on a system where a folder cannot be walked without following links");
        }
        return folder;
    }
}
